package planish.distributions;

import planish.autodiff.graph.Expr;

/**
 * What a distribution of a location-scale family can do beyond others: its values are location +
 * scale · z, with z from the same family at 0 and 1.
 */
public interface LocationScale {
  /** {@return the location μ; broadcasts to the batch shape} */
  Expr location();

  /** {@return the scale σ, positive; broadcasts to the batch shape} */
  Expr scale();

  /**
   * {@return the distribution with another location and scale, its shape parameters (degrees of
   * freedom, …) kept; its batch shape is that of this one}
   *
   * @param location broadcasts to the batch shape
   * @param scale positive; broadcasts to the batch shape
   */
  Distribution rebuild(Expr location, Expr scale);
}
