package planish.autodiff.vector;

/**
 * Log-gamma and log-beta, one number at a time.
 *
 * <p>log Γ(1 + y) for y from 0 to 1 by a polynomial of ours that keeps the zeros at both ends; up
 * to 10 by the recurrence Γ(x + 1) = x Γ(x), from there by Stirling's series: M. Abramowitz and I.
 * Stegun, "Handbook of Mathematical Functions", 1964, 6.1.15 and 6.1.41; below 0 by the reflection
 * 6.1.17.
 */
final class Gammas {
  private Gammas() {}

  /** log(2 π) / 2. */
  private static final double HALF_LOG_TWO_PI = 0x1.d67f1c864beb5p-1;

  private static final double LOG_PI = 0x1.250d048e7a1bdp0;

  /** From here up Stirling's series has all digits. */
  private static final double LARGE = 10;

  /** Below this in size Γ(x) is 1 / x. */
  private static final double TINY = 0x1p-60;

  static double logGamma(double x) {
    if (x < 1) {
      return x > 0 ? small(x) : notPositive(x);
    }
    if (x < LARGE) {
      return x <= 2 ? fromOne(x - 1) : moderate(x);
    }
    return stirling(x);
  }

  /** log Γ(1 + y) for y from 0 to 1. */
  private static double fromOne(double y) {
    // Plus zero at both zeros.
    return y * (y - 1) * SpecialPolynomials.logGamma(y - 0.5) + 0.0;
  }

  private static double small(double x) {
    return fromOne(x) - Logarithms.log(x);
  }

  /** 2 < x < 10: the product (x - 1) (x - 2) … down to between 1 and 2. */
  private static double moderate(double x) {
    if (x <= 3) {
      return fromOne(x - 2) + Logarithms.log1p(x - 2);
    }
    double product = 1;
    double y = x;
    while (y > 2) {
      y -= 1;
      product *= y;
    }
    return fromOne(y - 1) + Logarithms.log(product);
  }

  private static double stirling(double x) {
    if (x == Double.POSITIVE_INFINITY || x != x) {
      return x;
    }
    return Math.fma(x - 0.5, Logarithms.log(x) - 1, HALF_LOG_TWO_PI - 0.5) + correction(x);
  }

  /** What Stirling's formula leaves: log Γ(x) - (x - ½) log x + x - ½ log 2π for x from 10 on. */
  private static double correction(double x) {
    double r = 1 / x;
    double z = r * r;
    double p = -3617.0 / 122400;
    p = Math.fma(p, z, 1.0 / 156);
    p = Math.fma(p, z, -691.0 / 360360);
    p = Math.fma(p, z, 1.0 / 1188);
    p = Math.fma(p, z, -1.0 / 1680);
    p = Math.fma(p, z, 1.0 / 1260);
    p = Math.fma(p, z, -1.0 / 360);
    return r * Math.fma(p, z, 1.0 / 12);
  }

  /** x ≤ 0 or NaN: Γ(x) Γ(-x) = -π / (x sin πx). */
  private static double notPositive(double x) {
    double a = -x;
    if (a != a) {
      return x;
    }
    double fraction = a - Math.rint(a);
    if (fraction == 0 || a == Double.POSITIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    if (a < TINY) {
      return -Logarithms.log(a);
    }
    double sine = Math.abs(Angles.sin(Math.PI * fraction));
    return LOG_PI - Logarithms.log(a * sine) - logGamma(a);
  }

  /**
   * log B(a, b). For large arguments the differences of log-gammas are taken in Stirling's formula,
   * where what is large cancels exactly: A. DiDonato and A. Morris, "Algorithm 708" (ACM TOMS 18,
   * 1992), section 4.
   */
  static double logBeta(double a, double b) {
    double p = Math.min(a, b);
    double q = Math.max(a, b);
    if (!(p > 0 && q < Double.POSITIVE_INFINITY)) {
      return outside(p, q);
    }
    if (q < LARGE) {
      return logGamma(p) + (logGamma(q) - logGamma(p + q));
    }
    return p < LARGE ? logGamma(p) + ratio(p, q) : bothLarge(p, q);
  }

  private static double outside(double p, double q) {
    if (p == 0) {
      return q < Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return p > 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
  }

  /** log Γ(q) - log Γ(p + q) for p below and q above 10. */
  private static double ratio(double p, double q) {
    double sum = p + q;
    double corrections = correction(q) - correction(sum);
    double logs = Math.fma(q - 0.5, -Logarithms.log1p(p / q), p * (1 - Logarithms.log(sum)));
    return logs + corrections;
  }

  private static double bothLarge(double p, double q) {
    double corrections = correction(p) + (correction(q) - correction(p + q));
    double share = p / q;
    double logs =
        Math.fma(
            p - 0.5,
            Logarithms.log(share / (1 + share)),
            Math.fma(q, -Logarithms.log1p(share), -0.5 * Logarithms.log(q)));
    return logs + (HALF_LOG_TWO_PI + corrections);
  }
}
