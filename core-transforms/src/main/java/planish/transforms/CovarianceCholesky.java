package planish.transforms;

import planish.autodiff.graph.Expr;

/** Lower triangular matrices with a positive diagonal. */
public record CovarianceCholesky() implements Constraint {
  @Override
  public int eventRank() {
    return 2;
  }

  @Override
  public String description() {
    return "Cholesky factors of covariance matrices";
  }

  @Override
  public Expr contains(Expr value) {
    return Matrices.factor(value);
  }

  @Override
  public String fault(double[] value) {
    return Faults.first(Faults.triangle(value));
  }
}
