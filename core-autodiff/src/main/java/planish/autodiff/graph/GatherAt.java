package planish.autodiff.graph;

import planish.autodiff.Shape;

/** Elements of a vector at indices known only at run time; one out of range is a failed check. */
public record GatherAt() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a vector to take elements of", operands[0], 1);
    return operands[1];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return new IndexedLoop(in[0].size(), in[1]) {
      @Override
      void element(int k, int index) {
        out.array()[out.offset() + k] = in[0].array()[in[0].offset() + index];
      }
    };
  }

  @Override
  public void pullback(Pullback p) {
    if (p.wants(0)) {
      p.addWhole(
          0, Build.apply(new ScatterAddAt(p.shapeOf(0).length(0)), p.operand(1), p.fullAdjoint()));
    }
  }

  @Override
  public String toString() {
    return "gather_at";
  }
}
