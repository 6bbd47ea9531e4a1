package planish.transforms;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.lessOrEqual;

import planish.autodiff.graph.Expr;

/**
 * The whole numbers 0, 1, 2, … below 2^51, up to which the doubles between them can be told apart.
 */
public record NonNegativeIntegers() implements Constraint {
  /** Adding and taking away 2^52 rounds to the nearest whole number. */
  private static final double ROUND = 0x1p52;

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
    return "whole numbers of at least 0";
  }

  @Override
  public Expr contains(Expr value) {
    Expr whole = equal(value.plus(ROUND).minus(ROUND), value);
    Expr range = Sets.both(lessOrEqual(Expr.of(0), value), less(abs(value), Expr.of(ROUND / 2)));
    return Sets.both(whole, range);
  }
}
