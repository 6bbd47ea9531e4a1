package planish.autodiff.graph;

import planish.autodiff.Shape;

/** Elements of a flattened array at fixed indices. */
public record Gather(Indices index, Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    if (index.size() != result.size()) {
      throw new IllegalArgumentException(
          index.size() + " indices do not fill an array of shape " + result);
    }
    for (int k : index.values()) {
      if (k < 0 || k >= operands[0].size()) {
        throw new IndexOutOfBoundsException(
            "flat index " + k + " is out of range for an array of shape " + operands[0]);
      }
    }
    return result;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int[] indices = index.values();
    double[] from = in[0].array();
    int start = in[0].offset();
    double[] to = out.array();
    int offset = out.offset();
    return Evaluation.of(() -> {
      for (int k = 0; k < indices.length; k++) {
        to[offset + k] = from[start + indices[k]];
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Build.apply(new ScatterAdd(index, p.shapeOf(0)), p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "gather" + index;
  }
}
