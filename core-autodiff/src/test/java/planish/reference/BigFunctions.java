package planish.reference;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static planish.reference.BigValues.DIGITS;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Functions of each element, with 50 digits. Outside of their domains they throw {@link
 * ArithmeticException}.
 */
final class BigFunctions {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal THIRD = ONE.divide(BigDecimal.valueOf(3), DIGITS);
  private static final BigDecimal TINY = new BigDecimal("1e-17");
  private static final BigDecimal LARGE = new BigDecimal("1e4");

  private BigFunctions() {}

  static UnaryOperator<BigDecimal> of(UnaryFunction f) {
    return switch (f) {
      case NEGATE -> BigDecimal::negate;
      case ABS -> BigDecimal::abs;
      case SIGN -> x -> new BigDecimal(x.signum());
      case SQUARE -> x -> x.multiply(x, DIGITS);
      case RECIPROCAL -> x -> ONE.divide(x, DIGITS);
      case SQRT -> x -> BigDecimalMath.sqrt(x, DIGITS);
      case EXP -> BigFunctions::exp;
      case EXPM1 -> BigFunctions::expm1;
      case LOG -> BigFunctions::log;
      case LOG1P -> BigFunctions::log1p;
      case SIN -> x -> BigDecimalMath.sin(angle(x), DIGITS);
      case COS -> x -> BigDecimalMath.cos(angle(x), DIGITS);
      case TAN -> x -> BigDecimalMath.tan(angle(x), DIGITS);
      case ASIN -> x -> BigDecimalMath.asin(x, DIGITS);
      case ACOS -> x -> BigDecimalMath.acos(x, DIGITS);
      case ATAN -> x -> BigDecimalMath.atan(x, DIGITS);
      case SINH -> x -> expm1(x).add(expm1(x).divide(exp(x), DIGITS)).multiply(HALF, DIGITS);
      case COSH -> x -> exp(x).add(ONE.divide(exp(x), DIGITS)).multiply(HALF, DIGITS);
      case TANH -> BigFunctions::tanh;
      case ASINH -> x -> BigDecimalMath.asinh(x.abs(), DIGITS).multiply(new BigDecimal(x.signum()));
      case ACOSH -> x -> BigDecimalMath.acosh(x, DIGITS);
      case ATANH -> x -> log1p(x).subtract(log1p(x.negate())).multiply(HALF, DIGITS);
      case INV_LOGIT -> x -> ONE.divide(exp(x.negate()).add(ONE), DIGITS);
      case LOG1P_EXP -> BigFunctions::log1pExp;
      case LOG_GAMMA -> BigGammas::logGamma;
      case DIGAMMA -> x -> BigGammas.polygamma(0, x);
      case TRIGAMMA -> x -> BigGammas.polygamma(1, x);
      case ERF -> BigNormals::erf;
      case ERFC -> BigNormals::erfc;
      case PHI -> BigNormals::phi;
      case INV_PHI -> BigNormals::invPhi;
      case LOG_PHI -> BigNormals::logPhi;
      case INVERSE_MILLS -> BigNormals::inverseMills;
    };
  }

  /** {@return a function of two numbers; {@link BigElements} has those that compare} */
  static BinaryOperator<BigDecimal> of(BinaryFunction f) {
    return switch (f) {
      case POW ->
          (a, b) ->
              a.signum() > 0 ? exp(b.multiply(log(a), DIGITS)) : BigDecimalMath.pow(a, b, DIGITS);
      case LOG_BETA ->
          (a, b) ->
              BigGammas.logGamma(a)
                  .add(BigGammas.logGamma(b))
                  .subtract(BigGammas.logGamma(a.add(b)), DIGITS);
      case POLYGAMMA -> (a, b) -> BigGammas.polygamma(a.intValueExact(), b);
      default -> throw new UnsupportedOperationException(f.toString());
    };
  }

  /** What is too large for a double by far is not worth its digits. */
  static BigDecimal exp(BigDecimal x) {
    if (x.compareTo(LARGE) > 0) {
      throw new ArithmeticException("overflow");
    }
    return x.compareTo(LARGE.negate()) < 0 ? ZERO : BigDecimalMath.exp(x, DIGITS);
  }

  /** No digit of a sine is right where those of its angle are whole turns apart. */
  private static BigDecimal angle(BigDecimal x) {
    if (x.abs().doubleValue() > 1e15) {
      throw new ArithmeticException("too large an angle");
    }
    return x;
  }

  private static boolean isTiny(BigDecimal x) {
    return x.abs().compareTo(TINY) < 0;
  }

  private static BigDecimal expm1(BigDecimal x) {
    if (isTiny(x)) {
      BigDecimal half = x.multiply(HALF);
      return x.add(x.multiply(half), DIGITS)
          .add(x.multiply(half).multiply(x).multiply(THIRD), DIGITS);
    }
    return exp(x).subtract(ONE, DIGITS);
  }

  static BigDecimal log1p(BigDecimal x) {
    return isTiny(x) ? nearOne(x) : log(x.add(ONE));
  }

  /** log(1 + r): three terms do. */
  private static BigDecimal nearOne(BigDecimal r) {
    BigDecimal r2 = r.multiply(r, DIGITS);
    return r.subtract(r2.multiply(HALF), DIGITS)
        .add(r2.multiply(r, DIGITS).multiply(THIRD), DIGITS);
  }

  private static BigDecimal tanh(BigDecimal x) {
    if (x.abs().compareTo(LARGE.multiply(HALF)) > 0) {
      return new BigDecimal(x.signum());
    }
    BigDecimal e = expm1(x.add(x));
    return e.divide(e.add(BigDecimal.TWO), DIGITS);
  }

  private static BigDecimal log1pExp(BigDecimal x) {
    return x.signum() > 0 ? x.add(log1p(exp(x.negate())), DIGITS) : log1p(exp(x));
  }

  /** From the double's: y + log(x / e^y), whose argument is very near 1. */
  static BigDecimal log(BigDecimal x) {
    double near = Math.log(x.doubleValue());
    if (x.signum() <= 0 || Double.isInfinite(near)) {
      return BigDecimalMath.log(x, DIGITS);
    }
    BigDecimal y = new BigDecimal(near);
    BigDecimal r = x.multiply(exp(y.negate()), DIGITS).subtract(ONE);
    return y.add(nearOne(r), DIGITS);
  }
}
