package planish.autodiff.graph;

import planish.autodiff.Shape;

/** One value where a condition holds, another elsewhere; scalars may stand beside arrays. */
public record Select() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return Shapes.elementwise(operands);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int n = Shapes.elementwise(in[0].shape(), in[1].shape(), in[2].shape()).size();
    return Evaluation.of(() -> select(in[0], in[1], in[2], out, n));
  }

  private static void select(
      Operand condition, Operand then, Operand otherwise, Window out, int n) {
    double[] c = condition.array();
    double[] a = then.array();
    double[] b = otherwise.array();
    int cStride = condition.shape().isScalar() ? 0 : 1;
    int aStride = then.shape().isScalar() ? 0 : 1;
    int bStride = otherwise.shape().isScalar() ? 0 : 1;
    for (int k = 0; k < n; k++) {
      double test = c[condition.offset() + k * cStride];
      double whenTrue = a[then.offset() + k * aStride];
      double whenFalse = b[otherwise.offset() + k * bStride];
      out.array()[out.offset() + k] = holds(test) ? whenTrue : whenFalse;
    }
  }

  static boolean holds(double condition) {
    return condition != 0 && !Double.isNaN(condition);
  }

  @Override
  public void pullback(Pullback p) {
    Expr zero = Expr.of(0);
    if (p.wants(1)) {
      p.addMasked(1, Functions.select(p.operand(0), p.adjoint(), zero));
    }
    if (p.wants(2)) {
      p.addMasked(2, Functions.select(p.operand(0), zero, p.adjoint()));
    }
  }

  @Override
  public String toString() {
    return "select";
  }
}
