package planish.reference;

import java.util.function.DoubleUnaryOperator;
import planish.autodiff.vector.UnaryFunction;

/** How much a function may multiply errors by: bounds of the sizes of derivatives. */
final class Slopes {
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private Slopes() {}

  /** {@return a bound of the derivative's size, which is one between two points if at both} */
  static DoubleUnaryOperator of(UnaryFunction f) {
    return switch (f) {
      case NEGATE, ABS, SIN, COS, INVERSE_MILLS -> _ -> 1;
      case SIGN -> _ -> 0;
      case SQUARE -> x -> 2 * Math.abs(x);
      case RECIPROCAL -> x -> 1 / (x * x);
      case SQRT -> x -> 0.5 / Math.sqrt(x);
      case EXP, EXPM1 -> Math::exp;
      case LOG -> x -> x > 0 ? 1 / x : Double.NaN;
      case LOG1P -> x -> x > -1 ? 1 / (1 + x) : Double.NaN;
      case TAN -> x -> 1 + Math.pow(Math.tan(x), 2);
      case ASIN, ACOS -> x -> 1 / Math.sqrt(1 - x * x);
      case ATAN -> x -> 1 / (1 + x * x);
      case SINH, COSH -> Math::cosh;
      case TANH -> x -> Math.pow(Math.cosh(x), -2);
      case ASINH -> x -> 1 / Math.sqrt(1 + x * x);
      case ACOSH -> x -> 1 / Math.sqrt(x * x - 1);
      case ATANH -> x -> x * x < 1 ? 1 / (1 - x * x) : Double.NaN;
      case INV_LOGIT -> x -> Math.exp(-Math.abs(x));
      case LOG1P_EXP -> x -> Math.min(1, Math.exp(x));
      case LOG_GAMMA -> x -> polygamma(0, x);
      case DIGAMMA -> x -> polygamma(1, x);
      case TRIGAMMA -> x -> polygamma(2, x);
      case ERF, ERFC -> x -> 1.2 * Math.exp(-x * x);
      case PHI -> x -> Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
      case INV_PHI -> p -> ROOT_TWO_PI * Math.exp(0.5 * square(tail(p)));
      case LOG_PHI -> x -> Math.max(0, -x) + 1;
    };
  }

  /** {@return a bound for positive numbers} */
  static double polygamma(int order, double x) {
    if (!(x > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double factorial = 1;
    for (int k = 2; k < order; k++) {
      factorial *= k;
    }
    double first = order == 0 ? Math.abs(Math.log(x)) : factorial / Math.pow(x, order);
    return first + factorial * Math.max(1, order) / Math.pow(x, order + 1);
  }

  /** A bound of the quantile's size: the tail beyond y is at most exp(-y² / 2) / 2. */
  private static double tail(double p) {
    double least = Math.min(p, 1 - p);
    return least > 0 ? Math.sqrt(-2 * Math.log(2 * least)) : Double.NaN;
  }

  private static double square(double x) {
    return x * x;
  }
}
