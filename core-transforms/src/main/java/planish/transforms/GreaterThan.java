package planish.transforms;

import static planish.autodiff.graph.Functions.less;

import planish.autodiff.graph.Expr;

/**
 * Finite numbers above a bound, the bound itself left out.
 *
 * @param lower the bound; broadcasts to the values
 */
public record GreaterThan(Expr lower) implements Constraint {
  @Override
  public int eventRank() {
    return 0;
  }

  @Override
  public String description() {
    String bound = Sets.words(lower);
    return bound.equals("0") ? "positive numbers" : "numbers above " + bound;
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.both(less(lower, value), Sets.finite(value));
  }
}
