package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** Adds elements to a vector of zeros at indices known only at run time. */
public record ScatterAddAt(int length) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return Shape.of(length);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return new IndexedLoop(length, in[0]) {
      @Override
      public boolean run() {
        Arrays.fill(out.array(), out.offset(), out.offset() + length, 0);
        return super.run();
      }

      @Override
      void element(int k, int index) {
        out.array()[out.offset() + index] += in[1].array()[in[1].offset() + k];
      }
    };
  }

  @Override
  public void pullback(Pullback p) {
    if (p.wants(1)) {
      p.addWhole(1, Build.apply(new GatherAt(), p.fullAdjoint(), p.operand(0)));
    }
  }

  @Override
  public String toString() {
    return "scatter_add_at";
  }
}
