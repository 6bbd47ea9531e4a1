package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** Adds elements to an array of zeros at fixed flat indices, in the order of the elements. */
public record ScatterAdd(Indices index, Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return result;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int[] indices = index.values();
    double[] from = in[0].array();
    int start = in[0].offset();
    double[] to = out.array();
    int offset = out.offset();
    int n = result.size();
    return Evaluation.of(() -> {
      Arrays.fill(to, offset, offset + n, 0);
      for (int k = 0; k < indices.length; k++) {
        to[offset + indices[k]] += from[start + k];
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Build.apply(new Gather(index, p.shapeOf(0)), p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "scatter_add" + index;
  }
}
