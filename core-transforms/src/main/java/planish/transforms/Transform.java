package planish.transforms;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * A bijection from unconstrained arrays onto a constrained set, made of operations that can be
 * differentiated. Immutable; safe for many threads.
 */
public interface Transform {
  /** {@return the transform's name as users write it: {@code log}, {@code softplus}} */
  String name();

  /** {@return the number of axes of one constrained value} */
  int eventRank();

  /**
   * {@return the shape of the coordinates of a constrained array}
   *
   * @param constrained batch axes followed by the value's own
   */
  Shape unconstrainedShape(Shape constrained);

  /** {@return the constrained array at these coordinates} */
  Expr forward(Expr unconstrained);

  /** {@return the coordinates of a constrained array; NaN outside the set} */
  Expr inverse(Expr constrained);

  /**
   * {@return the logarithm of the absolute Jacobian determinant of {@link #forward}, of the batch
   * shape}
   *
   * @param unconstrained the coordinates
   * @param constrained {@code forward(unconstrained)}, so that it is computed once
   */
  Expr logAbsDetJacobian(Expr unconstrained, Expr constrained);
}
