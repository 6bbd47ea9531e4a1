package planish.transforms;

import static planish.autodiff.graph.Functions.less;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;

/**
 * Vectors of finite numbers, each greater than the one before.
 *
 * @param positive whether the first number is above 0
 */
public record Ordered(boolean positive) implements Constraint {
  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public String description() {
    return "vectors of increasing " + (positive ? "positive numbers" : "numbers");
  }

  @Override
  public Expr contains(Expr value) {
    double[] first = new double[value.shape().length(-1)];
    if (first.length > 0) {
      first[0] = positive ? 0 : 1;
    }
    Expr rises = less(Events.later(value, 1), value);
    Expr right = Functions.select(Expr.vector(first), Expr.of(1), rises);
    return Sets.all(Sets.both(right, Sets.finite(value)), 1);
  }

  @Override
  public String fault(double[] value) {
    return Faults.first(positive ? Faults.negative(value) : "", Faults.falling(value));
  }
}
