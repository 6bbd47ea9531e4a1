package planish.autodiff.vector;

import static planish.autodiff.vector.ElementaryConstants.*;

/**
 * The logarithms, one number at a time.
 *
 * <p>x = 2^k (1 + f) with 1 + f between √½ and √2, and log(1 + f) = 2 artanh(f / (2 + f)): J.-M.
 * Muller, Elementary Functions (3rd edition, 2016), section 11.2.
 */
final class Logarithms {
  private Logarithms() {}

  static double log(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return outside(x);
    }
    boolean subnormal = x < LEAST_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * LIFT : x) + BINADE_SHIFT;
    double k = exponent(bits, subnormal ? LIFTED_EXPONENT_BIAS : EXPONENT_BIAS);
    return sum(k, mantissa(bits) - 1, k * LN2_LOW);
  }

  static double log1p(double x) {
    if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
      return outside(1 + x);
    }
    double u = 1 + x;
    double v = u - 1;
    // What rounding 1 + x lost, exactly: Knuth's two-sum.
    double lost = (1 - (u - v)) + (x - v);
    long bits = Double.doubleToRawLongBits(u) + BINADE_SHIFT;
    double k = exponent(bits, EXPONENT_BIAS);
    double result = sum(k, mantissa(bits) - 1, Math.fma(k, LN2_LOW, lost / u));
    return Math.abs(x) < TINY ? x : result;
  }

  private static double outside(double x) {
    return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
  }

  /** The exponent of a number whose bits were shifted by {@code BINADE_SHIFT}. */
  static double exponent(long bits, double bias) {
    return Double.longBitsToDouble((bits >>> 52) | INTEGER_BITS) - bias;
  }

  /** The mantissa of a number whose bits were shifted by {@code BINADE_SHIFT}. */
  static double mantissa(long bits) {
    return Double.longBitsToDouble((bits & FRACTION_MASK) + SQRT_HALF_BITS);
  }

  /** k log 2 + log(1 + f), with the low part of k log 2 and of the argument given. */
  private static double sum(double k, double f, double low) {
    double s = f / (2 + f);
    double z = s * s;
    double z2 = z * z;
    double a = Math.fma(z2, Math.fma(z, LOG_3, LOG_2), Math.fma(z, LOG_1, LOG_0));
    double b = Math.fma(z2, LOG_6, Math.fma(z, LOG_5, LOG_4));
    double tail = z * Math.fma(z2 * z2, b, a);
    double half = 0.5 * f * f;
    return Math.fma(k, LN2_HIGH, f - (half - Math.fma(s, half + tail, low)));
  }
}
