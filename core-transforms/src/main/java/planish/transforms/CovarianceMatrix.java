package planish.transforms;

import planish.autodiff.graph.Expr;

/** Positive definite matrices, symmetric within 1e-8. */
public record CovarianceMatrix() implements Constraint {
  @Override
  public int eventRank() {
    return 2;
  }

  @Override
  public String description() {
    return "covariance matrices";
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.both(Matrices.symmetric(value), PositiveDefinite.of(value));
  }

  @Override
  public String fault(double[] value) {
    return Faults.first(Faults.asymmetry(value), Faults.pivot(value));
  }
}
