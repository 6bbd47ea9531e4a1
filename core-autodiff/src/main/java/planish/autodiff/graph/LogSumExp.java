package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/**
 * log Σ exp over the last axes: the greatest element m is taken out, m + log Σ exp(x - m), and the
 * sum runs over eight virtual lanes.
 *
 * @param axes how many of the last axes
 */
public record LogSumExp(int axes) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return operands[0].dropLast(axes);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    int results = shape(in[0].shape()).size();
    int run = results == 0 ? 0 : in[0].size() / results;
    double[] from = in[0].array();
    int start = in[0].offset();
    double[] to = out.array();
    int offset = out.offset();
    double[] exponentials = new double[run];
    double[] greatest = new double[1];
    return Evaluation.of(() -> {
      for (int k = 0; k < results; k++) {
        int at = start + k * run;
        greatest[0] = Extreme.greatest(from, at, run);
        to[offset + k] = ofRun(loops, from, at, run, greatest, exponentials);
      }
    });
  }

  private static double ofRun(
      VectorLoops loops, double[] x, int start, int n, double[] greatest, double[] exponentials) {
    double m = greatest[0];
    if (!(Math.abs(m) < Double.POSITIVE_INFINITY)) {
      return m;
    }
    loops.binary(BinaryFunction.SUBTRACT, x, start, 1, greatest, 0, 0, exponentials, 0, n);
    loops.unary(UnaryFunction.EXP, exponentials, 0, exponentials, 0, n);
    return m + Elementary.log(loops.sum(exponentials, 0, n));
  }

  @Override
  public void pullback(Pullback p) {
    if (p.wants(0)) {
      Expr x = p.operand(0);
      Expr softmax = Functions.exp(x.minus(p.alongside(p.self(), axes)));
      p.addWhole(0, p.scaled(p.alongside(p.adjoint(), axes), softmax));
    }
  }

  @Override
  public String toString() {
    return "log_sum_exp[" + axes + "]";
  }
}
