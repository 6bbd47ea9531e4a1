package planish.transforms;

import java.util.Optional;
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

  /**
   * {@return the image of a set under {@link #forward}, where it is a set that has a transform of
   * its own; the support of a transformed distribution}
   *
   * @param domain what {@code forward} is given values of
   * @implSpec none
   */
  default Optional<Constraint> image(Constraint domain) {
    return Optional.empty();
  }
}
