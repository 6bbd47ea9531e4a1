package planish.distributions.family;

import java.util.function.DoubleUnaryOperator;

/** Quantiles from distribution functions that have no inverse of their own. */
final class Inversion {
  private static final double MOST = 0x1p51;

  private Inversion() {}

  /**
   * {@return the least double whose cdf is at least p, by halving the doubles between two bounds:
   * at most 64 times, whatever the scale}
   *
   * @param lower the quantile of 0
   * @param upper the quantile of 1
   */
  static double continuous(DoubleUnaryOperator cdf, double p, double lower, double upper) {
    if (p <= 0 || p >= 1) {
      return p <= 0 ? lower : upper;
    }
    long below = rank(lower);
    long reached = rank(upper);
    while (reached - below > 1 || (below < 0 && reached > below + 1)) {
      long middle = (below & reached) + ((below ^ reached) >> 1);
      if (cdf.applyAsDouble(number(middle)) >= p) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return number(reached);
  }

  /** Doubles in their order: both zeros are one. */
  private static long rank(double x) {
    long bits = Double.doubleToRawLongBits(x);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double number(long rank) {
    return Double.longBitsToDouble(rank >= 0 ? rank : Long.MIN_VALUE - rank);
  }

  /**
   * {@return the least whole number from 0 whose cdf is at least p}
   *
   * @param upper the quantile of 1
   */
  static double count(DoubleUnaryOperator cdf, double p, double upper) {
    if (p >= 1) {
      return upper;
    }
    double below = -1;
    double reached = 0;
    while (cdf.applyAsDouble(reached) < p && reached < MOST) {
      below = reached;
      reached = Math.min(2 * reached + 1, upper);
    }
    while (reached - below > 1) {
      double middle = Math.floor((below + reached) / 2);
      if (cdf.applyAsDouble(middle) >= p) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return reached;
  }
}
