package planish.transforms;

import static planish.autodiff.graph.Functions.sumLast;

import planish.autodiff.graph.Expr;

/** Vectors of finite numbers whose sum is 0, within 1e-8. */
public record SumToZero() implements Constraint {
  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public String description() {
    return "vectors of finite numbers with sum 0";
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.near(sumLast(value, 1), Expr.of(0));
  }

  @Override
  public String fault(double[] value) {
    return Faults.first(Faults.sum(value, 0));
  }
}
