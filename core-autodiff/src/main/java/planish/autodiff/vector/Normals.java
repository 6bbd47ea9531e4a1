package planish.autodiff.vector;

/**
 * The error function and the normal distribution function, one number at a time.
 *
 * <p>Polynomials of ours: erf(x) / x in x² up to 1; (1 + 2x) exp(x²) erfc(x) in (x - 4) / (x + 4)
 * up to 6, the form of M. Shepherd and J. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²)
 * erfc x" (Mathematics of Computation 36, 1981); x exp(x²) erfc(x) in 1 / x² from there on. The
 * square in an exponent is taken in two doubles.
 */
final class Normals {
  private Normals() {}

  /** Below this erfc is taken from erf. */
  private static final double NEAR = 0.8;

  /** From here up erfc and Φ(-x √2) are zero. */
  private static final double FAR = 39.5;

  private static final double ROOT_HALF = 0x1.6a09e667f3bcdp-1;

  private static final double ROOT_TWO_PI = 0x1.40d931ff62706p1;

  static double erf(double x) {
    double a = Math.abs(x);
    if (a < 1) {
      return x * SpecialPolynomials.erf(x * x);
    }
    return x != x ? x : Math.copySign(1 - upper(a), x);
  }

  static double erfc(double x) {
    if (Math.abs(x) < NEAR) {
      return 1 - erf(x);
    }
    return x > 0 ? upper(x) : x != x ? x : 2 - upper(-x);
  }

  /** erfc(a) for a from 0.8 on. */
  private static double upper(double a) {
    return a > FAR ? 0 : gauss(a, 1) * scaled(a);
  }

  /** exp(-factor a²) for a factor that is a power of two. */
  private static double gauss(double a, double factor) {
    double high = a * a;
    double low = Math.fma(a, a, -high);
    double c = -factor * high;
    return c < ElementaryConstants.EXP_LOWEST ? 0 : Exponentials.expOf(c, -factor * low);
  }

  /** exp(a²) erfc(a) for a from 0.8 on. */
  private static double scaled(double a) {
    if (a < 6) {
      double t = (a - 4) / (a + 4);
      double p =
          a < 2
              ? SpecialPolynomials.erfcxNear(t + 0.5)
              : SpecialPolynomials.erfcxMiddle(t + 0x1.1111111111111p-4);
      return p / Math.fma(2, a, 1);
    }
    double r = 1 / a;
    return r * SpecialPolynomials.erfcxFar(Math.fma(r, r, -1.0 / 72));
  }

  static double erfcx(double x) {
    if (x >= NEAR) {
      return scaled(x);
    }
    double square = x * x;
    double low = Math.fma(x, x, -square);
    if (square > ElementaryConstants.EXP_HIGHEST) {
      return x < 0 ? Double.POSITIVE_INFINITY : x;
    }
    return x != x ? x : Exponentials.expOf(square, low) * erfc(x);
  }

  /** Φ. */
  static double cdf(double x) {
    double a = Math.abs(x) * ROOT_HALF;
    if (a < NEAR) {
      return 0.5 + central(x);
    }
    return x != x ? x : x < 0 ? lower(-x) : 1 - lower(x);
  }

  /** Φ(x) - 1/2 for |x| √½ up to 1. */
  private static double central(double x) {
    double y = x * ROOT_HALF;
    return 0.5 * y * SpecialPolynomials.erf(0.5 * x * x);
  }

  /** Φ(-a) for a √½ from 0.8 on. */
  private static double lower(double a) {
    return a > FAR ? 0 : 0.5 * scaled(a * ROOT_HALF) * gauss(a, 0.5);
  }

  static double logCdf(double x) {
    if (x > 0) {
      return Logarithms.log1p(-cdf(-x));
    }
    double a = -x * ROOT_HALF;
    if (a < NEAR) {
      return Logarithms.log(cdf(x));
    }
    return x != x
        ? x
        : a < Double.POSITIVE_INFINITY
            ? Math.fma(-0.5 * x, x, Logarithms.log(0.5 * scaled(a)))
            : Double.NEGATIVE_INFINITY;
  }

  /** φ(x) / Φ(x), the slope of the logarithm of Φ. */
  static double inverseMills(double x) {
    double a = -x * ROOT_HALF;
    if (a >= NEAR) {
      return a < Double.POSITIVE_INFINITY
          ? 2 / (ROOT_TWO_PI * scaled(a))
          : Double.POSITIVE_INFINITY;
    }
    return density(x) / cdf(x);
  }

  static double density(double x) {
    double a = Math.abs(x);
    return a > FAR ? 0 : x != x ? x : gauss(a, 0.5) / ROOT_TWO_PI;
  }

  /**
   * The inverse of Φ: from the approximation of M. Abramowitz and I. Stegun, "Handbook of
   * Mathematical Functions", 1964, 26.2.23, with an error below 4.5e-4, by three steps of Halley's
   * method on Φ.
   */
  static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p);
  }

  private static double lowerQuantile(double p) {
    double x = -roughly(Math.sqrt(-2 * Logarithms.log(p)));
    double q = p - 0.5;
    if (q == 0) {
      return 0;
    }
    for (int k = 0; k < 3; k++) {
      double difference = q > -0.25 ? central(x) - q : cdf(x) - p;
      double step = difference / density(x);
      x -= step / Math.fma(x, 0.5 * step, 1);
    }
    return x;
  }

  private static double roughly(double t) {
    double over = Math.fma(t, Math.fma(t, 0.010328, 0.802853), 2.515517);
    double under = Math.fma(t, Math.fma(t, Math.fma(t, 0.001308, 0.189269), 1.432788), 1);
    return t - over / under;
  }
}
