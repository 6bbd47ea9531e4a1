package planish.transforms;

import static planish.autodiff.graph.Functions.asinh;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.tanh;
import static planish.autodiff.graph.Reductions.cumulativeSum;

import planish.autodiff.graph.Expr;

/**
 * The Cholesky factor of a correlation matrix from canonical partial correlations z = tanh(u)
 * (Lewandowski, Kurowicka and Joe, "Generating random correlation matrices based on vines and
 * extended onion method", 2009): xᵢⱼ = zᵢⱼ √(1 − Σ xᵢₖ²) over k before j, and what is left of each
 * row's length on the diagonal.
 */
final class PartialCorrelations {
  private PartialCorrelations() {}

  /** {@return log(1 − tanh(u)²), without cancellation for large u} */
  static Expr logRest(Expr u) {
    return u.minus(log1pExp(u.times(2))).plus(log(Expr.of(2))).times(2);
  }

  /** {@return the factor; sums of {@link #logRest} are the logarithms of what is left of a row} */
  static Expr factor(Expr u, Triangle triangle) {
    Expr partial = triangle.place(tanh(u));
    Expr left = Events.later(cumulativeSum(triangle.place(logRest(u))), 1);
    return partial.plus(Triangle.unit(partial.shape().length(-1))).times(exp(left.times(0.5)));
  }

  /** {@return the coordinates: asinh(x / √(sum of the squares after it)) is atanh(z)} */
  static Expr coordinates(Expr factor, Triangle triangle) {
    Expr after = Events.earlier(Events.sumsFrom(square(factor)), 1);
    return asinh(triangle.read(factor).dividedBy(sqrt(triangle.read(after))));
  }
}
