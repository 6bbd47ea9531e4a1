package planish.distributions.family;

import static planish.autodiff.graph.Functions.lessOrEqual;

import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * The whole numbers from 0 to a bound.
 *
 * @param upper the bound, itself included; broadcasts to the values
 */
public record WholeNumbers(Expr upper) implements Constraint {
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
    return "whole numbers from 0 to " + upper.toString().replaceFirst("\\.0$", "");
  }

  @Override
  public Expr contains(Expr value) {
    return Constraints.nonNegativeIntegers().contains(value).times(lessOrEqual(value, upper));
  }
}
