package planish.distributions.family;

import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.UnaryFunction;

/**
 * The regularised incomplete gamma functions, in plain doubles: M. Abramowitz and I. Stegun,
 * "Handbook of Mathematical Functions", 1964, by the series 6.5.29 below a + 1 and by the continued
 * fraction 6.5.31 above. Their number of terms grows with √a.
 */
public final class IncompleteGamma {
  private static final double HALF_LOG_TWO_PI = Special.HALF_LOG_TWO_PI;
  private static final double LARGE = 10;
  private static final double TINY = 1e-300;

  private IncompleteGamma() {}

  /** {@return P(a, x): the probability that a gamma variable of shape a and rate 1 is below x} */
  public static double lower(double a, double x) {
    if (!(x > 0)) {
      return 0;
    }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
  }

  /** {@return Q(a, x) = 1 − P(a, x), exact in the upper tail} */
  public static double upper(double a, double x) {
    if (!(x > 0)) {
      return 1;
    }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
  }

  /**
   * {@return log(xᵃ e⁻ˣ / Γ(a)); for large a by Stirling's series (6.1.40) about x = a, so that no
   * large numbers cancel}
   */
  static double logTerm(double a, double x) {
    if (a < LARGE) {
      return a * Elementary.log(x) - x - Elementary.apply(UnaryFunction.LOG_GAMMA, a);
    }
    double m = (x - a) / a;
    double near = m > -0.5 && m < 1 ? Elementary.log1p(m) : Elementary.log(x / a);
    return a * (near - m) + 0.5 * Elementary.log(a) - HALF_LOG_TWO_PI - correction(a);
  }

  private static double correction(double a) {
    double r = 1 / (a * a);
    return (1.0 / 12
            - r
                * (1.0 / 360
                    - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691 / 360360)))))
        / a;
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (double k = a + 1; term > sum * 0x1p-54; k++) {
      term *= x / k;
      sum += term;
    }
    return sum * Elementary.exp(logTerm(a, x));
  }

  /** By the modified method of Lentz (W. J. Thompson and A. R. Barnett, 1986). */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (double i = 1; ; i++) {
      double term = -i * (i - a);
      b += 2;
      d = 1 / away(term * d + b);
      c = away(b + term / c);
      h *= d * c;
      if (!(Math.abs(d * c - 1) > 0x1p-52)) {
        return h * Elementary.exp(logTerm(a, x));
      }
    }
  }

  /** Not 0, which would divide. */
  private static double away(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }
}
