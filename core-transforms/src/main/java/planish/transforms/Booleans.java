package planish.transforms;

import static planish.autodiff.graph.Functions.equal;

import planish.autodiff.graph.Expr;

/** The numbers 0 and 1. */
public record Booleans() implements Constraint {
  @Override
  public int eventRank() {
    return 0;
  }

  @Override
  public boolean discrete() {
    return true;
  }

  @Override
  public String description() {
    return "0 and 1";
  }

  @Override
  public Expr contains(Expr value) {
    return equal(value, Expr.of(0)).plus(equal(value, Expr.of(1)));
  }
}
