package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** Repeats an array to give a larger shape, by NumPy's rules. */
public record Broadcast(Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    if (!operands[0].broadcastsTo(result)) {
      throw new IllegalArgumentException(
          "an array of shape " + operands[0] + " cannot be repeated to give shape " + result);
    }
    return result;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    double[] from = in[0].array();
    int start = in[0].offset();
    double[] to = out.array();
    int offset = out.offset();
    int n = result.size();
    if (in[0].size() == 1) {
      return Evaluation.of(() -> Arrays.fill(to, offset, offset + n, from[start]));
    }
    int[] index = index(in[0].shape());
    return Evaluation.of(() -> {
      for (int k = 0; k < index.length; k++) {
        to[offset + k] = from[start + index[k]];
      }
    });
  }

  /** {@return for each element of the result which one of an operand of this shape it repeats} */
  public int[] index(Shape operand) {
    return Strides.repeated(operand, result);
  }

  @Override
  public void pullback(Pullback p) {
    p.add(0, p.adjoint());
  }

  @Override
  public String toString() {
    return "broadcast" + result;
  }
}
