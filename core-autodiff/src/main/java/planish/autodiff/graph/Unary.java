package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/** A function of each element. */
public record Unary(UnaryFunction function) implements Op {
  private static final Unary[] ALL =
      Arrays.stream(UnaryFunction.values()).map(Unary::new).toArray(Unary[]::new);

  private static final double TWO_OVER_ROOT_PI = 0x1.20dd750429b6dp0;
  private static final double ROOT_TWO_PI = 0x1.40d931ff62706p1;
  private static final double ONE_OVER_ROOT_TWO_PI = 0x1.9884533d43651p-2;

  /** {@return the operation, the same object each time: a graph has many of them} */
  static Unary of(UnaryFunction function) {
    return ALL[function.ordinal()];
  }

  @Override
  public Shape shape(Shape... operands) {
    return operands[0];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    UnaryFunction f = function;
    double[] a = in[0].array();
    int aOffset = in[0].offset();
    double[] result = out.array();
    int offset = out.offset();
    int n = in[0].size();
    return Evaluation.of(() -> loops.unary(f, a, aOffset, result, offset, n));
  }

  @Override
  public void pullback(Pullback p) {
    if (function != UnaryFunction.SIGN) {
      p.add(0, function == UnaryFunction.NEGATE ? p.adjoint().negate() : p.scaled(derivative(p)));
    }
  }

  private Expr derivative(Pullback p) {
    Expr x = p.operand(0);
    Expr y = p.self();
    return switch (function) {
      case NEGATE -> Expr.of(-1);
      case SIGN -> Expr.of(0);
      case ABS -> Functions.sign(x);
      case SQUARE -> x.times(2);
      case RECIPROCAL -> Functions.square(y).negate();
      case SQRT -> Expr.of(0.5).dividedBy(y);
      case EXP -> y;
      case EXPM1 -> y.plus(1);
      case LOG -> Functions.reciprocal(x);
      case LOG1P -> Functions.reciprocal(x.plus(1));
      case SIN -> Functions.cos(x);
      case COS -> Functions.sin(x).negate();
      case TANH -> Expr.of(1).minus(Functions.square(y));
      // 1 - y would lose all digits where y is near 1.
      case INV_LOGIT -> y.times(Functions.invLogit(x.negate()));
      case LOG1P_EXP -> Functions.invLogit(x);
      case TAN -> Functions.square(y).plus(1);
      case ASIN -> Functions.reciprocal(Functions.sqrt(oneLessSquare(x)));
      case ACOS -> Functions.reciprocal(Functions.sqrt(oneLessSquare(x))).negate();
      case ATAN -> Functions.reciprocal(Functions.square(x).plus(1));
      case SINH -> Functions.cosh(x);
      case COSH -> Functions.sinh(x);
      // Through y, since x² would overflow.
      case ASINH -> Functions.reciprocal(Functions.cosh(y));
      case ACOSH -> Functions.reciprocal(Functions.sinh(y));
      case ATANH -> Functions.reciprocal(oneLessSquare(x));
      case LOG_GAMMA -> Functions.digamma(x);
      case DIGAMMA -> Functions.trigamma(x);
      case TRIGAMMA -> Functions.polygamma(2, x);
      case ERF -> gauss(x, -1).times(TWO_OVER_ROOT_PI);
      case ERFC -> gauss(x, -1).times(-TWO_OVER_ROOT_PI);
      case PHI -> gauss(x, -0.5).times(ONE_OVER_ROOT_TWO_PI);
      case INV_PHI -> gauss(y, 0.5).times(ROOT_TWO_PI);
      case LOG_PHI -> Functions.inverseMills(x);
      case INVERSE_MILLS -> y.times(x.plus(y)).negate();
    };
  }

  /** 1 - x², without cancellation near 1. */
  private static Expr oneLessSquare(Expr x) {
    return Expr.of(1).minus(x).times(x.plus(1));
  }

  private static Expr gauss(Expr x, double factor) {
    return Functions.exp(Functions.square(x).times(factor));
  }

  @Override
  public String toString() {
    return function.name().toLowerCase(java.util.Locale.ROOT);
  }
}
