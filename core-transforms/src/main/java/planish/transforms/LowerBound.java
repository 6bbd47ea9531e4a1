package planish.transforms;

import static planish.autodiff.graph.Functions.lessOrEqual;

import planish.autodiff.graph.Expr;

/**
 * Finite numbers of at least a bound.
 *
 * @param lower the bound; broadcasts to the values
 */
public record LowerBound(Expr lower) implements Constraint {
  @Override
  public int eventRank() {
    return 0;
  }

  @Override
  public String description() {
    return "numbers of at least " + Sets.words(lower);
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.both(lessOrEqual(lower, value), Sets.finite(value));
  }
}
