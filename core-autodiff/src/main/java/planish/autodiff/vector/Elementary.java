package planish.autodiff.vector;

/**
 * The elementary functions, with the same bits on every machine.
 *
 * <p>They are made of IEEE operations, {@link Math#fma} and operations on bits in one fixed
 * sequence without tables, so that loops over vectors can repeat them lane by lane. Errors are
 * below 2 units in the last place for {@link #exp} and {@link #log} and below 4 for the others,
 * over the whole domain, subnormal numbers and results included. NaN gives NaN; a result that
 * overflows is infinite.
 *
 * <p>Nothing is allocated; safe for many threads.
 */
public final class Elementary {
  private Elementary() {}

  /** {@return e to the power x; 0 for minus infinity} */
  public static double exp(double x) {
    return Exponentials.exp(x);
  }

  /** {@return e to the power x, minus one; keeps the sign of zero} */
  public static double expm1(double x) {
    return Exponentials.expm1(x);
  }

  /** {@return the natural logarithm; minus infinity for either zero, NaN for what is negative} */
  public static double log(double x) {
    return Logarithms.log(x);
  }

  /** {@return the natural logarithm of 1 + x; minus infinity for -1, NaN below it} */
  public static double log1p(double x) {
    return Logarithms.log1p(x);
  }

  /** {@return the sine of x radians; NaN for infinities} */
  public static double sin(double x) {
    return Angles.sin(x);
  }

  /** {@return the cosine of x radians; NaN for infinities} */
  public static double cos(double x) {
    return Angles.cos(x);
  }

  /** {@return the tangent of x radians; NaN for infinities} */
  public static double tan(double x) {
    return Angles.tan(x);
  }

  /** {@return the hyperbolic tangent; keeps the sign of zero} */
  public static double tanh(double x) {
    return Exponentials.tanh(x);
  }

  /** {@return the angle in radians, from -π/2 to π/2, with this sine; NaN beyond 1 in size} */
  public static double asin(double x) {
    return Arcs.asin(x);
  }

  /** {@return the angle in radians, from 0 to π, with this cosine; NaN beyond 1 in size} */
  public static double acos(double x) {
    return Arcs.acos(x);
  }

  /** {@return the angle in radians, from -π/2 to π/2, with this tangent} */
  public static double atan(double x) {
    return Arcs.atan(x);
  }

  /** {@return the hyperbolic sine; keeps the sign of zero} */
  public static double sinh(double x) {
    return Arcs.sinh(x);
  }

  /** {@return the hyperbolic cosine} */
  public static double cosh(double x) {
    return Arcs.cosh(x);
  }

  /** {@return the inverse of the hyperbolic sine; keeps the sign of zero} */
  public static double asinh(double x) {
    return Arcs.asinh(x);
  }

  /** {@return the inverse of the hyperbolic cosine, from 0 up; NaN below 1} */
  public static double acosh(double x) {
    return Arcs.acosh(x);
  }

  /** {@return the inverse of the hyperbolic tangent; infinite at 1 and -1, NaN beyond} */
  public static double atanh(double x) {
    return Arcs.atanh(x);
  }

  /** {@return the inverse logit 1 / (1 + exp(-x)), without cancellation or early underflow} */
  public static double invLogit(double x) {
    return Exponentials.invLogit(x);
  }

  /** {@return log(1 + exp(x)), the softplus of x, without overflow} */
  public static double log1pExp(double x) {
    return Exponentials.log1pExp(x);
  }

  /** {@return x to the power y; special cases as {@link Math#pow} has them} */
  public static double pow(double x, double y) {
    return Powers.pow(x, y);
  }

  /** {@return the function's value at x} */
  public static double apply(UnaryFunction f, double x) {
    return switch (f) {
      case NEGATE -> -x;
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case SQUARE -> x * x;
      case RECIPROCAL -> 1 / x;
      case SQRT -> Math.sqrt(x);
      case EXP -> exp(x);
      case EXPM1 -> expm1(x);
      case LOG -> log(x);
      case LOG1P -> log1p(x);
      case SIN -> sin(x);
      case COS -> cos(x);
      case TANH -> tanh(x);
      case INV_LOGIT -> invLogit(x);
      case LOG1P_EXP -> log1pExp(x);
      case TAN -> tan(x);
      case ASIN -> Arcs.asin(x);
      case ACOS -> Arcs.acos(x);
      case ATAN -> Arcs.atan(x);
      case SINH -> Arcs.sinh(x);
      case COSH -> Arcs.cosh(x);
      case ASINH -> Arcs.asinh(x);
      case ACOSH -> Arcs.acosh(x);
      case ATANH -> Arcs.atanh(x);
      case LOG_GAMMA -> Gammas.logGamma(x);
      case DIGAMMA -> Polygammas.digamma(x);
      case TRIGAMMA -> Polygammas.trigamma(x);
      case ERF -> Normals.erf(x);
      case ERFC -> Normals.erfc(x);
      case PHI -> Normals.cdf(x);
      case INV_PHI -> Normals.quantile(x);
      case LOG_PHI -> Normals.logCdf(x);
      case INVERSE_MILLS -> Normals.inverseMills(x);
    };
  }

  /** {@return the function's value at (a, b)} */
  public static double apply(BinaryFunction f, double a, double b) {
    return switch (f) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POW -> pow(a, b);
      case MINIMUM -> Math.min(a, b);
      case MAXIMUM -> Math.max(a, b);
      case LESS -> a < b ? 1 : 0;
      case LESS_OR_EQUAL -> a <= b ? 1 : 0;
      case EQUAL -> a == b ? 1 : 0;
      case LOG_BETA -> Gammas.logBeta(a, b);
      case POLYGAMMA -> Polygammas.polygamma(a, b);
    };
  }
}
