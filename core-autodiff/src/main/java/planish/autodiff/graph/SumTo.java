package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/**
 * Sums over the axes along which a smaller shape would be repeated. Runs of neighbours are summed
 * over eight virtual lanes, everything else in the order of the elements.
 */
public record SumTo(Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    if (!result.broadcastsTo(operands[0])) {
      throw new IllegalArgumentException(
          "an array of shape " + operands[0] + " cannot be summed to give shape " + result);
    }
    return result;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    double[] from = in[0].array();
    int start = in[0].offset();
    double[] to = out.array();
    int offset = out.offset();
    int n = in[0].size();
    int m = result.size();
    if (m == 1) {
      return Evaluation.of(() -> to[offset] = loops.sum(from, start, n));
    }
    if (m > 0 && Strides.repeatsEach(result, in[0].shape())) {
      int run = n / m;
      return Evaluation.of(() -> sumRuns(loops, from, start, run, to, offset, m));
    }
    if (m > 0 && Strides.repeatsWhole(result, in[0].shape())) {
      int rows = n / m;
      return Evaluation.of(() -> sumRows(loops, from, start, rows, to, offset, m));
    }
    int[] index = Strides.repeated(result, in[0].shape());
    return Evaluation.of(() -> {
      Arrays.fill(to, offset, offset + m, 0);
      for (int k = 0; k < index.length; k++) {
        to[offset + index[k]] += from[start + k];
      }
    });
  }

  private static void sumRuns(
      VectorLoops loops, double[] from, int start, int run, double[] to, int offset, int m) {
    for (int k = 0; k < m; k++) {
      to[offset + k] = loops.sum(from, start + k * run, run);
    }
  }

  private static void sumRows(
      VectorLoops loops, double[] from, int start, int rows, double[] to, int offset, int m) {
    Arrays.fill(to, offset, offset + m, 0);
    for (int k = 0; k < rows; k++) {
      loops.axpy(1, from, start + k * m, to, offset, m);
    }
  }

  /** {@return for each element of an operand of this shape which one of the result it goes to} */
  public int[] index(Shape operand) {
    return Strides.repeated(result, operand);
  }

  /** {@return whether each element of the result is the sum of a run of neighbours} */
  public boolean sumsRuns(Shape operand) {
    return result.size() == 1 || result.size() > 0 && Strides.repeatsEach(result, operand);
  }

  @Override
  public void pullback(Pullback p) {
    Expr adjoint = p.adjoint();
    p.addWhole(
        0, adjoint.shape().isScalar() ? adjoint : Functions.broadcast(adjoint, p.shapeOf(0)));
  }

  @Override
  public String toString() {
    return "sum_to" + result;
  }
}
