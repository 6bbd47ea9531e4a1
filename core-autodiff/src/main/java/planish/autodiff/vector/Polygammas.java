package planish.autodiff.vector;

/**
 * The derivatives of log-gamma, one number at a time.
 *
 * <p>Recurrences, reflections and asymptotic series of M. Abramowitz and I. Stegun, "Handbook of
 * Mathematical Functions", 1964, 6.3.5, 6.3.7, 6.3.18, 6.4.6, 6.4.7, 6.4.12; between 1 and 2
 * digamma is a polynomial of ours times the distance from its root. Higher orders are Hurwitz's
 * zeta function (6.4.10), summed by Euler and Maclaurin's formula (23.1.30).
 */
final class Polygammas {
  private Polygammas() {}

  /** From here up the series of digamma and trigamma have all digits. */
  private static final double LARGE = 10;

  /** The greatest order whose factorial is a double. */
  private static final double GREATEST_ORDER = 170;

  static double digamma(double x) {
    if (x < 1) {
      return x > 0 ? between1And2(x) - 1 / x : notPositive(x);
    }
    return x < LARGE ? moderate(x) : large(x);
  }

  /** ψ(1 + y) for y from 0 to 1. */
  private static double between1And2(double y) {
    double distance = ((1 - SpecialPolynomials.ROOT) + y) - SpecialPolynomials.ROOT_LOW;
    return distance * SpecialPolynomials.digamma(y - 0.5);
  }

  private static double moderate(double x) {
    double y = x;
    double sum = 0;
    while (y > 2) {
      y -= 1;
      sum += 1 / y;
    }
    return between1And2(y - 1) + sum;
  }

  private static double large(double x) {
    double r = 1 / x;
    double z = r * r;
    double p = 3617.0 / 8160;
    p = Math.fma(p, z, -1.0 / 12);
    p = Math.fma(p, z, 691.0 / 32760);
    p = Math.fma(p, z, -1.0 / 132);
    p = Math.fma(p, z, 1.0 / 240);
    p = Math.fma(p, z, -1.0 / 252);
    p = Math.fma(p, z, 1.0 / 120);
    p = Math.fma(p, z, -1.0 / 12);
    return Logarithms.log(x) + Math.fma(p, z, -0.5 * r);
  }

  /** ψ(x) = ψ(1 - x) - π cot πx. */
  private static double notPositive(double x) {
    if (x == 0) {
      return -1 / x;
    }
    double fraction = x - Math.rint(x);
    if (fraction == 0 || !(x > Double.NEGATIVE_INFINITY)) {
      return Double.NaN;
    }
    // ψ(1 - x) = ψ(-x) - 1 / x
    return (digamma(-x) - 1 / x) - Math.PI / Angles.tan(Math.PI * fraction);
  }

  static double trigamma(double x) {
    return x > 0 ? trigammaOfPositive(x) : trigammaOfOther(x);
  }

  private static double trigammaOfPositive(double x) {
    double y = x;
    double sum = 0;
    while (y < LARGE) {
      double r = 1 / y;
      sum = Math.fma(r, r, sum);
      y += 1;
    }
    double r = 1 / y;
    double z = r * r;
    double p = -3617.0 / 510;
    p = Math.fma(p, z, 7.0 / 6);
    p = Math.fma(p, z, -691.0 / 2730);
    p = Math.fma(p, z, 5.0 / 66);
    p = Math.fma(p, z, -1.0 / 30);
    p = Math.fma(p, z, 1.0 / 42);
    p = Math.fma(p, z, -1.0 / 30);
    p = Math.fma(p, z, 1.0 / 6);
    return sum + Math.fma(r * z, p, Math.fma(0.5, z, r));
  }

  /** ψ'(x) = (π / sin πx)² - ψ'(1 - x). */
  private static double trigammaOfOther(double x) {
    double fraction = x - Math.rint(x);
    if (fraction == 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (!(x > Double.NEGATIVE_INFINITY)) {
      return Double.NaN;
    }
    double c = Math.PI / Angles.sin(Math.PI * fraction);
    return c * c - trigammaOfPositive(1 - x);
  }

  static double polygamma(double order, double x) {
    if (!(order >= 0 && order <= GREATEST_ORDER) || order != Math.rint(order)) {
      return Double.NaN;
    }
    int n = (int) order;
    return switch (n) {
      case 0 -> digamma(x);
      case 1 -> trigamma(x);
      default -> x < 0 ? reflected(n, x) : (n & 1) == 0 ? -higher(n, x) : higher(n, x);
    };
  }

  /**
   * Order 2 or 3 below 0, by the derivatives of trigamma's reflection: ψ"(1 - x) - 2 π³ cos πx /
   * sin³ πx, and 2 π⁴ (1 + 2 cos² πx) / sin⁴ πx - ψ"'(1 - x).
   */
  private static double reflected(int n, double x) {
    double fraction = x - Math.rint(x);
    if (x == Double.NEGATIVE_INFINITY || n > 3 || n == 2 && fraction == 0) {
      return Double.NaN;
    }
    double c = Math.PI / Angles.sin(Math.PI * fraction);
    double cosine = Angles.sin(Math.PI * (0.5 - Math.abs(fraction)));
    return n == 2
        ? -higher(2, 1 - x) - 2 * (c * c * c) * cosine
        : 2 * (c * c) * (c * c) * Math.fma(2 * cosine, cosine, 1) - higher(3, 1 - x);
  }

  /** n! ζ(n + 1, x). */
  private static double higher(int n, double x) {
    if (!(x >= 0)) {
      return Double.NaN;
    }
    double sum = 0;
    double y = x;
    while (y < n + 15) {
      sum += 1 / power(y, n + 1);
      y += 1;
    }
    double factorial = 1;
    for (int k = 2; k <= n; k++) {
      factorial *= k;
    }
    return factorial * sum + factorial * rest(n, y);
  }

  /** ζ(n + 1, y) for y from n + 15 on. */
  private static double rest(int n, double y) {
    double s = n + 1;
    double r = 1 / y;
    double z = r * r;
    double last = 1 / power(y, n);
    double p = -174611.0 / 802857662698291200000.0;
    p = Math.fma(p * (s + 17) * (s + 18), z, 43867.0 / 5109094217170944000.0);
    p = Math.fma(p * (s + 15) * (s + 16), z, -3617.0 / 10670622842880000.0);
    p = Math.fma(p * (s + 13) * (s + 14), z, 1.0 / 74724249600.0);
    p = Math.fma(p * (s + 11) * (s + 12), z, -691.0 / 1307674368000.0);
    p = Math.fma(p * (s + 9) * (s + 10), z, 1.0 / 47900160.0);
    p = Math.fma(p * (s + 7) * (s + 8), z, -1.0 / 1209600.0);
    p = Math.fma(p * (s + 5) * (s + 6), z, 1.0 / 30240.0);
    p = Math.fma(p * (s + 3) * (s + 4), z, -1.0 / 720);
    p = Math.fma(p * (s + 1) * (s + 2), z, 1.0 / 12);
    return last * Math.fma(z * s, p, Math.fma(0.5, r, 1.0 / n));
  }

  /** A whole power by squaring. */
  private static double power(double y, int n) {
    double result = 1;
    double square = y;
    for (int k = n; k > 0; k >>= 1) {
      if ((k & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
