package planish.transforms;

import static planish.autodiff.graph.Functions.less;

import planish.autodiff.graph.Expr;

/**
 * All finite numbers, with the location and scale that the coordinates are to have: Stan's {@code
 * <offset=…, multiplier=…>}.
 *
 * @param offset where the coordinate is 0; broadcasts to the values
 * @param multiplier the length of one unit of the coordinate, positive; broadcasts to the values
 */
public record OffsetMultiplier(Expr offset, Expr multiplier) implements Constraint {
  /**
   * Checks the multiplier: a constant at once, others at each evaluation.
   *
   * @throws planish.spi.UserException if it is a constant that is not positive
   */
  public OffsetMultiplier {
    multiplier =
        Sets.checked(
            multiplier,
            less(Expr.of(0), multiplier),
            multiplier,
            "the multiplier of a constraint must be positive, but is not");
  }

  @Override
  public int eventRank() {
    return 0;
  }

  @Override
  public String description() {
    return "finite numbers";
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.finite(value);
  }
}
