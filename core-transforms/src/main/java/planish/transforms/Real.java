package planish.transforms;

import planish.autodiff.graph.Expr;

/**
 * All arrays of finite numbers.
 *
 * @param eventRank the number of axes of one value
 */
public record Real(int eventRank) implements Constraint {
  @Override
  public String description() {
    return switch (eventRank) {
      case 0 -> "finite numbers";
      case 1 -> "vectors of finite numbers";
      default -> "arrays of finite numbers";
    };
  }

  @Override
  public Expr contains(Expr value) {
    return Sets.all(Sets.finite(value), eventRank);
  }
}
