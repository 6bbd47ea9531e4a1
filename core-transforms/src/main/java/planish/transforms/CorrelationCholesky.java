package planish.transforms;

import planish.autodiff.graph.Expr;

/** Lower triangular matrices with a positive diagonal whose rows have length 1, within 1e-8. */
public record CorrelationCholesky() implements Constraint {
  @Override
  public int eventRank() {
    return 2;
  }

  @Override
  public String description() {
    return "Cholesky factors of correlation matrices";
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.both(Matrices.factor(value), Matrices.unitRows(value));
  }

  @Override
  public String fault(double[] value) {
    return Faults.first(Faults.triangle(value), Faults.rowLengths(value));
  }
}
