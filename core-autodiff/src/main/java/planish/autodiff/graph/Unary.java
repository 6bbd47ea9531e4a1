package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/** A function of each element. */
record Unary(UnaryFunction function) implements Op {
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
    };
  }

  @Override
  public String toString() {
    return function.name().toLowerCase(java.util.Locale.ROOT);
  }
}
