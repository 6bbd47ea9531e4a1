package planish.transforms;

import static planish.autodiff.graph.Functions.lessOrEqual;
import static planish.autodiff.graph.Functions.sumLast;

import planish.autodiff.graph.Expr;

/** Vectors of numbers of at least 0 whose sum is 1, within 1e-8. */
public record Simplex() implements Constraint {
  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public String description() {
    return "vectors of numbers of at least 0 with sum 1";
  }

  @Override
  public Expr contains(Expr value) {
    Expr signs = Sets.all(lessOrEqual(Expr.of(0), value), 1);
    return Sets.both(signs, Sets.near(sumLast(value, 1), Expr.of(1)));
  }

  @Override
  public String fault(double[] value) {
    return Faults.first(Faults.negative(value), Faults.sum(value, 1));
  }
}
