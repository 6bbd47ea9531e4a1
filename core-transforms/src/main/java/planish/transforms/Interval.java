package planish.transforms;

import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.lessOrEqual;

import planish.autodiff.graph.Expr;

/**
 * Numbers from one finite bound to another.
 *
 * @param lower the lower bound; broadcasts to the values
 * @param upper the upper bound, above the lower one; broadcasts to the values
 */
public record Interval(Expr lower, Expr upper) implements Constraint {
  /**
   * Checks the order of the bounds: of constants at once, of others at each evaluation.
   *
   * @throws planish.spi.UserException if they are constants, and not in order
   */
  public Interval {
    String message =
        "an interval's upper bound must be above its lower bound "
            + Sets.words(lower)
            + ", but is not";
    upper = Sets.checked(upper, less(lower, upper), upper, message);
  }

  @Override
  public int eventRank() {
    return 0;
  }

  @Override
  public String description() {
    return Sets.isNumber(lower) || Sets.isNumber(upper)
        ? "numbers between " + Sets.words(lower) + " and " + Sets.words(upper)
        : "numbers between bounds set by the model";
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.both(lessOrEqual(lower, value), lessOrEqual(value, upper));
  }
}
