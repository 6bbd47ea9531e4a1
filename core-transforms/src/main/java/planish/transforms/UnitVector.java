package planish.transforms;

import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sumLast;

import planish.autodiff.graph.Expr;

/** Vectors whose squares have the sum 1, within 1e-8. */
public record UnitVector() implements Constraint {
  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public String description() {
    return "vectors of length 1";
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.near(sumLast(square(value), 1), Expr.of(1));
  }
}
