package planish.model;

import planish.autodiff.graph.Expr;

/**
 * Changes what a model's statements mean: sees each site before the contexts around it do. An
 * effect handler, as NumPyro has them.
 */
@FunctionalInterface
public interface Handler {
  /**
   * Handles one statement.
   *
   * @param site what is stated
   * @param outer the context around; most handlers pass a changed site on to it
   * @return the site's value
   */
  Expr handle(Site site, ModelContext outer);
}
