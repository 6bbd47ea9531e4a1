package planish.transforms;

import planish.autodiff.graph.Expr;

/**
 * A set that values lie in. Constraints are records; their bounds may be expressions. Others may
 * add their own, with a {@link TransformProvider} that maps onto them.
 */
public interface Constraint {
  /** {@return the number of axes of one value: 0 for a number, 1 for a vector, 2 for a matrix} */
  int eventRank();

  /** {@return whether the values are whole numbers, which no transform reaches} */
  default boolean discrete() {
    return false;
  }

  /** {@return the set in words: "positive numbers", "numbers between 0 and 1"} */
  String description();

  /**
   * {@return 1 where a value lies in the set, 0 elsewhere and for NaN; of the batch shape}
   *
   * @param value batch axes followed by the value's own
   */
  Expr contains(Expr value);

  /**
   * {@return why a value is outside, in words; empty where the {@link #description} says it all}
   *
   * @param value one value outside the set, in row-major order
   * @implSpec empty
   */
  default String fault(double[] value) {
    return "";
  }
}
