package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.VectorLoops;

/** A function of pairs of elements; a scalar may stand beside an array. */
public record Binary(BinaryFunction function) implements Op {
  private static final Binary[] ALL =
      Arrays.stream(BinaryFunction.values()).map(Binary::new).toArray(Binary[]::new);

  /** {@return the operation, the same object each time: a graph has many of them} */
  static Binary of(BinaryFunction function) {
    return ALL[function.ordinal()];
  }

  @Override
  public Shape shape(Shape... operands) {
    return Shapes.elementwise(operands);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    BinaryFunction f = function;
    double[] a = in[0].array();
    int aOffset = in[0].offset();
    double[] b = in[1].array();
    int bOffset = in[1].offset();
    Shape shape = Shapes.elementwise(in[0].shape(), in[1].shape());
    int aStride = in[0].shape().isScalar() ? 0 : 1;
    int bStride = in[1].shape().isScalar() ? 0 : 1;
    double[] result = out.array();
    int offset = out.offset();
    int n = shape.size();
    return Evaluation.of(
        () -> loops.binary(f, a, aOffset, aStride, b, bOffset, bStride, result, offset, n));
  }

  @Override
  public void pullback(Pullback p) {
    Expr a = p.operand(0);
    Expr b = p.operand(1);
    switch (function) {
      case ADD -> both(p, p.adjoint(), p.adjoint());
      case SUBTRACT -> both(p, p.adjoint(), p.wants(1) ? p.adjoint().negate() : null);
      case MULTIPLY -> multiply(p, a, b);
      case DIVIDE -> divide(p, a, b);
      case POW -> power(p, a, b);
      case MINIMUM -> choose(p, Functions.lessOrEqual(a, b));
      case MAXIMUM -> choose(p, Functions.lessOrEqual(b, a));
      case LOG_BETA -> logBeta(p, a, b);
      case POLYGAMMA -> polygamma(p, a, b);
      case LESS, LESS_OR_EQUAL, EQUAL -> {}
    }
  }

  private static void both(Pullback p, Expr toA, Expr toB) {
    p.add(0, toA);
    if (toB != null) {
      p.add(1, toB);
    }
  }

  private static void multiply(Pullback p, Expr a, Expr b) {
    if (p.wants(0)) {
      p.add(0, p.scaled(b));
    }
    if (p.wants(1)) {
      p.add(1, p.scaled(a));
    }
  }

  private static void divide(Pullback p, Expr a, Expr b) {
    if (p.wants(0)) {
      p.add(0, p.scaled(Functions.reciprocal(b)));
    }
    if (p.wants(1)) {
      p.add(1, p.scaled(p.self().dividedBy(b).negate()));
    }
  }

  /** At a = 0 the derivative in b is 0 where b is positive, though log a is infinite. */
  private static void power(Pullback p, Expr a, Expr b) {
    if (p.wants(0)) {
      p.add(0, p.scaled(b.times(Functions.pow(a, b.minus(1)))));
    }
    if (p.wants(1)) {
      Expr zero = Expr.of(0);
      Expr logA = Functions.select(Functions.equal(a, zero), zero, Functions.log(a));
      p.add(1, p.scaled(p.self().times(logA)));
    }
  }

  private static void logBeta(Pullback p, Expr a, Expr b) {
    Expr ofSum = Functions.digamma(a.plus(b));
    if (p.wants(0)) {
      p.add(0, p.scaled(Functions.digamma(a).minus(ofSum)));
    }
    if (p.wants(1)) {
      p.add(1, p.scaled(Functions.digamma(b).minus(ofSum)));
    }
  }

  private static void polygamma(Pullback p, Expr order, Expr x) {
    if (p.wants(1)) {
      p.add(1, p.scaled(Functions.binary(BinaryFunction.POLYGAMMA, order.plus(1), x)));
    }
  }

  /** At a tie the first operand takes it all. */
  private static void choose(Pullback p, Expr first) {
    Expr zero = Expr.of(0);
    if (p.wants(0)) {
      p.addMasked(0, Functions.select(first, p.adjoint(), zero));
    }
    if (p.wants(1)) {
      p.addMasked(1, Functions.select(first, zero, p.adjoint()));
    }
  }

  @Override
  public String toString() {
    return function.name().toLowerCase(java.util.Locale.ROOT);
  }
}
