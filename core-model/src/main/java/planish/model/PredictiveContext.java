package planish.model;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.distributions.Distribution;

/**
 * A context in which what is observed is drawn in place of the data.
 *
 * @param outer the context around
 */
record PredictiveContext(ModelContext outer) implements ModelContext {
  @Override
  public Expr site(Site site) {
    return outer.site(site.role() == Site.Role.OBSERVED ? predicted(site) : site);
  }

  /** The tracer draws a generated site that has no value. */
  private static Site predicted(Site site) {
    Distribution distribution = site.distribution().orElseThrow();
    Shape data = site.value().orElseThrow().shape();
    Shape batch = data.dropLast(Math.min(data.rank(), distribution.eventShape().rank()));
    Shape all = Shape.broadcast(distribution.batchShape(), batch);
    return site.withRole(Site.Role.GENERATED)
        .withoutValue()
        .withDistribution(distribution.expand(all));
  }

  @Override
  public Graph graph() {
    return outer.graph();
  }

  @Override
  public Plates plates() {
    return outer.plates();
  }

  @Override
  public boolean predicts() {
    return true;
  }
}
