package planish.transforms;

import planish.autodiff.graph.Expr;

/** Symmetric positive definite matrices with 1 on the diagonal, within 1e-8. */
public record CorrelationMatrix() implements Constraint {
  @Override
  public int eventRank() {
    return 2;
  }

  @Override
  public String description() {
    return "correlation matrices";
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.both(
        Sets.both(Matrices.symmetric(value), Matrices.unitDiagonal(value)),
        PositiveDefinite.of(value));
  }

  @Override
  public String fault(double[] value) {
    return Faults.first(Faults.asymmetry(value), Faults.diagonal(value), Faults.pivot(value));
  }
}
