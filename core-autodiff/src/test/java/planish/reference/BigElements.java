package planish.reference;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** Functions of each element and what they make of errors. */
final class BigElements {
  private BigElements() {}

  static UnaryOperator<Big> of(UnaryFunction f) {
    return switch (f) {
      case NEGATE -> Big::negated;
      case SIGN -> BigElements::sign;
      case SQUARE -> x -> x.times(x);
      case RECIPROCAL -> Big.ONE::over;
      default -> x -> x.exists() ? smooth(f, x) : Big.NONE;
    };
  }

  private static Big sign(Big x) {
    if (!x.exists()) {
      return Big.NONE;
    }
    boolean unsure = x.error() > 0 && x.size() <= x.error();
    return Big.of(new BigDecimal(x.number().signum()), unsure ? 2 : 0);
  }

  private static Big smooth(UnaryFunction f, Big x) {
    try {
      BigDecimal y = BigFunctions.of(f).apply(x.number());
      double handedOn = x.error() == 0 ? 0 : x.error() * steepest(Slopes.of(f), x);
      return Big.of(y, Big.rounded(y, handedOn).error() + ownError(f, y.doubleValue()));
    } catch (ArithmeticException outside) {
      return Big.NONE;
    }
  }

  /** How far the function itself may be off: those near the gamma function lose digits at roots. */
  private static double ownError(UnaryFunction f, double y) {
    return Big.UNIT
        * switch (f) {
          case NEGATE, ABS, SIGN, SQUARE, RECIPROCAL, SQRT -> 0;
          case LOG_GAMMA, DIGAMMA -> 8 * (1 + Math.abs(y));
          case TRIGAMMA, ERF, ERFC, PHI, INV_PHI, LOG_PHI, INVERSE_MILLS -> 8 * Math.abs(y);
          default -> 3 * Math.abs(y);
        };
  }

  private static double steepest(DoubleUnaryOperator slope, Big x) {
    double middle = slope.applyAsDouble(x.value());
    double left = slope.applyAsDouble(x.value() - x.error());
    return Math.max(middle, Math.max(left, slope.applyAsDouble(x.value() + x.error())));
  }

  static BinaryOperator<Big> of(BinaryFunction f) {
    return switch (f) {
      case ADD -> Big::plus;
      case SUBTRACT -> Big::minus;
      case MULTIPLY -> Big::times;
      case DIVIDE -> Big::over;
      case MINIMUM -> (a, b) -> Big.extreme(false, a, b);
      case MAXIMUM -> (a, b) -> Big.extreme(true, a, b);
      case LESS, LESS_OR_EQUAL, EQUAL -> (a, b) -> compared(f, a, b);
      case POW, LOG_BETA, POLYGAMMA -> (a, b) -> special(f, a, b);
    };
  }

  private static Big compared(BinaryFunction f, Big a, Big b) {
    if (!a.exists() || !b.exists()) {
      return Big.NONE;
    }
    int order = a.compareTo(b);
    boolean holds =
        f == BinaryFunction.EQUAL ? order == 0 : f == BinaryFunction.LESS ? order < 0 : order <= 0;
    return Big.condition(holds, a.isApartFrom(b));
  }

  private static Big special(BinaryFunction f, Big a, Big b) {
    if (!a.exists() || !b.exists()) {
      return Big.NONE;
    }
    try {
      BigDecimal y = BigFunctions.of(f).apply(a.number(), b.number());
      double size = 1 + Math.abs(y.doubleValue());
      return Big.rounded(y, 1.5 * handedOn(f, a, b, size) + 8 * Big.UNIT * size);
    } catch (ArithmeticException outside) {
      return Big.NONE;
    }
  }

  private static double handedOn(BinaryFunction f, Big a, Big b, double size) {
    return switch (f) {
      case POW ->
          size * (ratio(b.size() * a.error(), a) + Math.abs(Math.log(a.size())) * b.error());
      case LOG_BETA -> {
        double ofSum = Slopes.polygamma(0, a.value() + b.value());
        yield (Slopes.polygamma(0, a.value()) + ofSum) * a.error()
            + (Slopes.polygamma(0, b.value()) + ofSum) * b.error();
      }
      default -> Slopes.polygamma((int) a.value() + 1, b.value()) * b.error();
    };
  }

  private static double ratio(double error, Big below) {
    return error == 0 ? 0 : error / below.size();
  }
}
