package planish.autodiff.rewrite.algebra;

import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * What is known of a number by how it is made: nothing, that it is zero, or that it is positive (up
 * to underflow). Bytes, since there is one for each element of a matrix.
 */
final class Sign {
  static final byte ANY = 0;
  static final byte ZERO = 1;
  static final byte POSITIVE = 2;

  private Sign() {}

  static byte of(double value) {
    return value == 0 ? ZERO : value > 0 && value < Double.POSITIVE_INFINITY ? POSITIVE : ANY;
  }

  static byte of(UnaryFunction function, byte x) {
    return switch (function) {
      case EXP, LOG1P_EXP, INV_LOGIT, COSH, PHI, ERFC, INVERSE_MILLS -> POSITIVE;
      case ABS, SQUARE, SQRT, EXPM1, LOG1P, TANH, ERF, SINH, ASINH, ATAN, SIGN -> x;
      case RECIPROCAL, TRIGAMMA -> x == POSITIVE ? POSITIVE : ANY;
      case NEGATE, SIN, TAN, ASIN, ATANH -> x == ZERO ? ZERO : ANY;
      case LOG, COS, ACOS, ACOSH, LOG_GAMMA, DIGAMMA, INV_PHI, LOG_PHI -> ANY;
    };
  }

  /** {@return of a function of two numbers; comparisons that hold are positive} */
  static byte of(BinaryFunction function, byte a, byte b) {
    return switch (function) {
      case ADD -> sum(a, b);
      case SUBTRACT -> b == ZERO ? a : ANY;
      case MULTIPLY -> product(a, b);
      case DIVIDE -> b == POSITIVE ? a : ANY;
      case POW -> a == POSITIVE ? POSITIVE : ANY;
      case MINIMUM ->
          a == b ? a : a == POSITIVE && b == ZERO || a == ZERO && b == POSITIVE ? ZERO : ANY;
      case MAXIMUM -> a == POSITIVE || b == POSITIVE ? POSITIVE : a == b ? a : ANY;
      case LESS -> a == ZERO && b == POSITIVE ? POSITIVE : ANY;
      case LESS_OR_EQUAL -> a == ZERO && b != ANY ? POSITIVE : ANY;
      case EQUAL -> a == ZERO && b == ZERO ? POSITIVE : ANY;
      case LOG_BETA, POLYGAMMA -> ANY;
    };
  }

  static byte sum(byte a, byte b) {
    return a == ZERO ? b : b == ZERO || a == b ? a : ANY;
  }

  static byte product(byte a, byte b) {
    return a == ZERO || b == ZERO ? ZERO : a == POSITIVE && b == POSITIVE ? POSITIVE : ANY;
  }

  /** {@return of one number or the other, by a condition that holds where it is not zero} */
  static byte either(byte condition, byte then, byte otherwise) {
    return switch (condition) {
      case POSITIVE -> then;
      case ZERO -> otherwise;
      default -> then == otherwise ? then : ANY;
    };
  }
}
