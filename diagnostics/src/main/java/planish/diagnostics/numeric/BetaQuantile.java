package planish.diagnostics.numeric;

/**
 * The quantile function of the beta distribution, by bisection of its distribution function.
 *
 * <p>Source of the continued fraction: NIST Digital Library of Mathematical Functions, 8.17.22; it
 * is evaluated by Lentz's method. Log-gamma: Stirling's series, ibid. 5.11.1.
 */
public final class BetaQuantile {
  private static final int BISECTIONS = 80;
  private static final double TINY = 1e-300;
  private static final double PRECISION = 1e-16;
  private static final int TERMS = 100_000;

  private BetaQuantile() {}

  /**
   * {@return the number that a beta variate stays below with probability p}
   *
   * @param p in [0, 1]
   * @param a first shape, positive and finite
   * @param b second shape, positive and finite; NaN in any argument gives NaN
   */
  public static double of(double p, double a, double b) {
    if (Double.isNaN(p + a + b)) {
      return Double.NaN;
    }
    double low = 0;
    double high = 1;
    for (int k = 0; k < BISECTIONS && low < high; k++) {
      double middle = (low + high) / 2;
      if (distribution(middle, a, b) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** {@return the regularised incomplete beta function: the probability of staying below x} */
  static double distribution(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
    // the fraction converges fast below the mean only; above it the mirror image is used
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      value *= c * d;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      value *= c * d;
      if (Math.abs(c * d - 1) <= PRECISION) {
        break;
      }
    }
    return value;
  }

  private static double nonZero(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  /** {@return the logarithm of the gamma function of a positive number} */
  static double logGamma(double x) {
    double shift = 0;
    double z = x;
    while (z < 12) {
      shift += Math.log(z);
      z++;
    }
    double r = 1 / (z * z);
    double series =
        (1.0 / 12 + r * (-1.0 / 360 + r * (1.0 / 1260 + r * (-1.0 / 1680 + r * (1.0 / 1188))))) / z;
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
