package planish.transforms;

import static planish.autodiff.graph.Functions.lessOrEqual;

import planish.autodiff.graph.Expr;

/**
 * Finite numbers of at most a bound.
 *
 * @param upper the bound; broadcasts to the values
 */
public record UpperBound(Expr upper) implements Constraint {
  @Override
  public int eventRank() {
    return 0;
  }

  @Override
  public String description() {
    return "numbers of at most " + Sets.words(upper);
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.both(lessOrEqual(value, upper), Sets.finite(value));
  }
}
