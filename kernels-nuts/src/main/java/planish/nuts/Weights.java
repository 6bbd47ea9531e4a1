package planish.nuts;

import planish.autodiff.vector.Elementary;

/** Sums of weights that are known by their logarithms. */
final class Weights {
  private Weights() {}

  /** {@return log(exp(a) + exp(b))} */
  static double logSum(double a, double b) {
    double greater = Math.max(a, b);
    if (greater == Double.NEGATIVE_INFINITY) {
      return greater;
    }
    return greater + Elementary.log1p(Elementary.exp(Math.min(a, b) - greater));
  }
}
