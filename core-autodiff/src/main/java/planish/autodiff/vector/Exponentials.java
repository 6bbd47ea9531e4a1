package planish.autodiff.vector;

import static planish.autodiff.vector.ElementaryConstants.*;

/**
 * The exponential and what is made of it, one number at a time.
 *
 * <p>Reduction x = k log 2 + r as in P. Tang, Table-driven implementation of the exponential
 * function (ACM TOMS 15, 1989), without the table.
 */
final class Exponentials {
  private Exponentials() {}

  static double exp(double x) {
    double c = x < EXP_LOWEST ? EXP_LOWEST : x > EXP_HIGHEST ? EXP_HIGHEST : x;
    return expOf(c, 0);
  }

  /** exp(c + low) for c between the bounds and a low part below its last bit. */
  static double expOf(double c, double low) {
    double k = Math.fma(c, LOG2_E, ROUNDER) - ROUNDER;
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, c)) + low;
    // Two factors: 2^k alone is no double where the result is subnormal or overflows.
    double first = Math.fma(k, 0.5, ROUNDER);
    double second = (k - (first - ROUNDER)) + ROUNDER;
    return (1 + expm1Core(r)) * power(first, 1023) * power(second, 1023);
  }

  /** 2 to the integer in the lowest bits of a rounded number; bias 1022 halves it. */
  private static double power(double rounded, long bias) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(rounded) + bias) << 52);
  }

  /** exp(r) - 1 for |r| up to about log(2) / 2. */
  private static double expm1Core(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double a = Math.fma(r2, Math.fma(r, EXP_3, EXP_2), Math.fma(r, EXP_1, EXP_0));
    double b = Math.fma(r2, Math.fma(r, EXP_7, EXP_6), Math.fma(r, EXP_5, EXP_4));
    double q = Math.fma(r4, Math.fma(r4, Math.fma(r, EXP_9, EXP_8), b), a);
    return Math.fma(r2, Math.fma(r, q, 0.5), r);
  }

  static double expm1(double x) {
    double c = x < EXPM1_LOWEST ? EXPM1_LOWEST : x > EXP_HIGHEST ? EXP_HIGHEST : x;
    return Math.abs(x) < TINY ? x : expm1Of(c);
  }

  /** exp(c) - 1 for c between the bounds. */
  private static double expm1Of(double c) {
    double rounded = Math.fma(c, LOG2_E, ROUNDER);
    double k = rounded - ROUNDER;
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, c));
    // Half of 2^k, since 2^1024 is no double.
    double half = power(rounded, 1022);
    return 2 * Math.fma(half, expm1Core(r), half - 0.5);
  }

  static double tanh(double x) {
    double a = Math.abs(x);
    double t = expm1Of(2 * (a > TANH_HIGHEST ? TANH_HIGHEST : a));
    return Math.copySign(t / (t + 2), x);
  }

  static double invLogit(double x) {
    double e = exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  static double log1pExp(double x) {
    return Math.max(x, 0) + log1pOfFraction(exp(-Math.abs(x)));
  }

  /**
   * log(1 + e) for e from 0 to 1: as the logarithm, but on a wider interval in place of exponents.
   */
  private static double log1pOfFraction(double e) {
    double s = e / (2 + e);
    double z = s * s;
    double z2 = z * z;
    double z4 = z2 * z2;
    double a =
        Math.fma(z2, Math.fma(z, SOFTPLUS_3, SOFTPLUS_2), Math.fma(z, SOFTPLUS_1, SOFTPLUS_0));
    double b =
        Math.fma(z2, Math.fma(z, SOFTPLUS_7, SOFTPLUS_6), Math.fma(z, SOFTPLUS_5, SOFTPLUS_4));
    double p = Math.fma(z4, Math.fma(z4, Math.fma(z, SOFTPLUS_9, SOFTPLUS_8), b), a);
    double half = 0.5 * e * e;
    return e - Math.fma(-s, Math.fma(z, p, half), half);
  }
}
