package planish.distributions.family;

import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;

/**
 * The regularised incomplete beta function, in plain doubles, by the continued fraction 26.5.8 of
 * M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964. Its number of terms
 * grows with the square root of the larger parameter.
 */
final class IncompleteBeta {
  private static final double TINY = 1e-300;

  private IncompleteBeta() {}

  /**
   * {@return I_x(a, b): the probability that a beta variable is below x}
   *
   * @param x from 0 to 1
   * @param y 1 − x, given apart so that neither loses its digits
   */
  static double value(double a, double b, double x, double y) {
    if (!(x > 0)) {
      return 0;
    }
    if (!(y > 0)) {
      return 1;
    }
    return x < (a + 1) / (a + b + 2) ? small(a, b, x, y) : 1 - small(b, a, y, x);
  }

  private static double small(double a, double b, double x, double y) {
    double logX = x < 0.5 ? Elementary.log(x) : Elementary.log1p(-y);
    double logY = y < 0.5 ? Elementary.log(y) : Elementary.log1p(-x);
    double logBeta = Elementary.apply(BinaryFunction.LOG_BETA, a, b);
    return Elementary.exp(a * logX + b * logY - logBeta) * fraction(a, b, x) / a;
  }

  /** By the modified method of Lentz (W. J. Thompson and A. R. Barnett, 1986), two terms a turn. */
  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double h = d;
    for (double m = 1; ; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      h *= d * c;
      if (!(Math.abs(d * c - 1) > 0x1p-52)) {
        return h;
      }
    }
  }

  /** Not 0, which would divide. */
  private static double away(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }
}
