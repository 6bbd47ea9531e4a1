package planish.distributions;

import planish.autodiff.graph.Expr;

/**
 * What a distribution of a location-scale family can do beyond others: its values are location +
 * scale · z, with z from the same family at 0 and 1.
 */
public interface LocationScale {
  /** {@return the location μ; broadcasts to batch and event shape} */
  Expr location();

  /** {@return the scale σ, positive; broadcasts to batch and event shape} */
  Expr scale();

  /**
   * {@return the distribution with another location and scale, its shape parameters (degrees of
   * freedom, …) kept; its batch shape is that of this one}
   *
   * @param location broadcasts to batch and event shape
   * @param scale positive; broadcasts to batch and event shape
   */
  Distribution rebuild(Expr location, Expr scale);
}
