package planish.model;

import java.util.Optional;
import planish.autodiff.graph.Expr;

/** A reparameterisation, ready to rewrite sites of one model. */
@FunctionalInterface
public interface Prepared {
  /**
   * Rewrites a site: states other sites in its place.
   *
   * @param site the user's sampled site, expanded to its plates
   * @param inner takes the new sites; they get the user's site as their origin, and its line. A
   *     site that should accept starting values of the user's site states how they are turned
   *     round, by {@link Site#withFromOrigin}
   * @return the value of the user's site, or empty where this site cannot be rewritten: an error
   *     that the user is told
   */
  Optional<Expr> rewrite(Site site, ModelContext inner);

  /** {@return what it can rewrite, in words, for the message where it cannot; empty if any site} */
  default String scope() {
    return "";
  }
}
