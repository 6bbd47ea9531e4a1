package planish.autodiff.graph;

import planish.autodiff.Shape;

/**
 * The greatest or least element over the last axes; NaN if one is. Elements that tie share the
 * derivative evenly.
 *
 * @param greatest whether the greatest, not the least
 * @param axes how many of the last axes
 */
public record Extreme(boolean greatest, int axes) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return operands[0].dropLast(axes);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int results = shape(in[0].shape()).size();
    int run = results == 0 ? 0 : in[0].size() / results;
    double[] from = in[0].array();
    int start = in[0].offset();
    return Evaluation.of(() -> {
      for (int k = 0; k < results; k++) {
        int at = start + k * run;
        out.array()[out.offset() + k] = greatest ? greatest(from, at, run) : least(from, at, run);
      }
    });
  }

  /** The greatest of a run; minus infinity for none. */
  static double greatest(double[] x, int start, int n) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      greatest = Math.max(greatest, x[start + i]);
    }
    return greatest;
  }

  private static double least(double[] x, int start, int n) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      least = Math.min(least, x[start + i]);
    }
    return least;
  }

  @Override
  public void pullback(Pullback p) {
    if (p.wants(0)) {
      Expr chosen = Functions.equal(p.operand(0), p.alongside(p.self(), axes));
      Expr count = p.alongside(Functions.sumLast(chosen, axes), axes);
      p.addWhole(0, p.alongside(p.adjoint(), axes).times(chosen.dividedBy(count)));
    }
  }

  @Override
  public String toString() {
    return (greatest ? "greatest[" : "least[") + axes + "]";
  }
}
