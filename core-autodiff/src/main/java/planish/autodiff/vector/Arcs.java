package planish.autodiff.vector;

/**
 * Inverse trigonometric, hyperbolic and inverse hyperbolic functions, one number at a time.
 *
 * <p>Identities of M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, 4.4.34
 * to 4.4.36, 4.5.1, 4.5.2, 4.6.20 to 4.6.22, in forms that do not cancel.
 */
final class Arcs {
  private Arcs() {}

  private static final double TAN_EIGHTH = 0x1.a827999fcef32p-2;
  private static final double COT_EIGHTH = 0x1.3504f333f9de6p1;
  private static final double LN2 = 0x1.62e42fefa39efp-1;
  private static final double HALF_PI = 0x1.921fb54442d18p0;
  private static final double HALF_PI_LOW = 0x1.1a62633145c07p-54;

  /** From here up 1 + x² is x². */
  private static final double HUGE = 0x1p28;

  /** From here up exp(-x) is nothing beside exp(x), and exp may overflow before sinh does. */
  private static final double STEEP = 700;

  static double atan(double x) {
    double a = Math.abs(x);
    double result;
    if (a <= TAN_EIGHTH) {
      result = core(a);
    } else if (a < COT_EIGHTH) {
      result = HALF_PI / 2 + (core((a - 1) / (a + 1)) + HALF_PI_LOW / 2);
    } else {
      result = HALF_PI - (core(1 / a) - HALF_PI_LOW);
    }
    return x != x ? x : Math.copySign(result, x);
  }

  /** arctan for arguments up to √2 - 1 in size. */
  private static double core(double x) {
    double z = x * x;
    return Math.fma(x * z, SpecialPolynomials.arctan(z), x);
  }

  static double asin(double x) {
    return atan(x / Math.sqrt((1 - x) * (1 + x)));
  }

  static double acos(double x) {
    return 2 * atan(Math.sqrt((1 - x) / (1 + x)));
  }

  static double sinh(double x) {
    double a = Math.abs(x);
    if (a > STEEP) {
      return Math.copySign(half(a), x);
    }
    double t = Exponentials.expm1(a);
    return x != x ? x : Math.copySign(0.5 * (t + t / (t + 1)), x);
  }

  static double cosh(double x) {
    double a = Math.abs(x);
    if (a > STEEP) {
      return half(a);
    }
    double e = Exponentials.exp(a);
    return 0.5 * e + 0.5 / e;
  }

  /** exp(a) / 2. */
  private static double half(double a) {
    double e = Exponentials.exp(0.5 * a);
    return (0.5 * e) * e;
  }

  static double asinh(double x) {
    double a = Math.abs(x);
    double result =
        a < HUGE
            ? Logarithms.log1p(a + a * a / (1 + Math.sqrt(Math.fma(a, a, 1))))
            : Logarithms.log(a) + LN2;
    return Math.copySign(result, x);
  }

  static double acosh(double x) {
    if (x < HUGE) {
      double t = x - 1;
      return t >= 0 ? Logarithms.log1p(t + Math.sqrt(t * (x + 1))) : Double.NaN;
    }
    return Logarithms.log(x) + LN2;
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    return Math.copySign(0.5 * Logarithms.log1p(2 * a / (1 - a)), x);
  }
}
