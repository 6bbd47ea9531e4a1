package planish.autodiff.rewrite;

import static ch.obermuhlner.math.big.BigDecimalMath.cos;
import static ch.obermuhlner.math.big.BigDecimalMath.sin;
import static ch.obermuhlner.math.big.BigDecimalMath.sqrt;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static planish.autodiff.rewrite.BigValues.DIGITS;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** Functions of each element, with 50 digits. */
final class BigFunctions {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private BigFunctions() {}

  static UnaryOperator<BigDecimal> of(UnaryFunction f) {
    return switch (f) {
      case NEGATE -> BigDecimal::negate;
      case ABS -> BigDecimal::abs;
      case SIGN -> x -> new BigDecimal(x.signum());
      case SQUARE -> x -> x.multiply(x, DIGITS);
      case RECIPROCAL -> x -> ONE.divide(x, DIGITS);
      case SQRT -> x -> sqrt(x, DIGITS);
      case EXP -> BigFunctions::exp;
      case EXPM1 -> x -> exp(x).subtract(ONE, DIGITS);
      case LOG -> BigFunctions::log;
      case LOG1P -> x -> log(x.add(ONE, DIGITS));
      case SIN -> x -> sin(x, DIGITS);
      case COS -> x -> cos(x, DIGITS);
      case TANH -> BigFunctions::tanh;
      case INV_LOGIT -> x -> ONE.divide(exp(x.negate()).add(ONE), DIGITS);
      case LOG1P_EXP -> x -> log(exp(x).add(ONE));
      case LOG_GAMMA -> x -> log(BigDecimalMath.gamma(x, DIGITS));
      default -> throw new UnsupportedOperationException(f.toString());
    };
  }

  static BinaryOperator<BigDecimal> of(BinaryFunction f) {
    return switch (f) {
      case ADD -> (a, b) -> a.add(b, DIGITS);
      case SUBTRACT -> (a, b) -> a.subtract(b, DIGITS);
      case MULTIPLY -> (a, b) -> a.multiply(b, DIGITS);
      case DIVIDE -> (a, b) -> a.divide(b, DIGITS);
      case POW -> (a, b) -> BigDecimalMath.pow(a, b, DIGITS);
      case MINIMUM -> BigDecimal::min;
      case MAXIMUM -> BigDecimal::max;
      case LESS -> (a, b) -> a.compareTo(b) < 0 ? ONE : ZERO;
      case LESS_OR_EQUAL -> (a, b) -> a.compareTo(b) <= 0 ? ONE : ZERO;
      case EQUAL -> (a, b) -> a.compareTo(b) == 0 ? ONE : ZERO;
      default -> throw new UnsupportedOperationException(f.toString());
    };
  }

  static BigDecimal exp(BigDecimal x) {
    return BigDecimalMath.exp(x, DIGITS);
  }

  private static BigDecimal tanh(BigDecimal x) {
    BigDecimal e = exp(x.add(x));
    return e.subtract(ONE).divide(e.add(ONE), DIGITS);
  }

  /** From the double's: y + log(x / e^y), whose argument is so near 1 that three terms do. */
  static BigDecimal log(BigDecimal x) {
    BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
    BigDecimal r = x.multiply(exp(y.negate()), DIGITS).subtract(ONE);
    BigDecimal r2 = r.multiply(r, DIGITS);
    BigDecimal r3 = r2.multiply(r, DIGITS).divide(BigDecimal.valueOf(3), DIGITS);
    return y.add(r).subtract(r2.multiply(HALF)).add(r3, DIGITS);
  }
}
