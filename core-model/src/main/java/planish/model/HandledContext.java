package planish.model;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;

/**
 * A context behind a handler.
 *
 * @param outer the context around
 * @param handler sees each site first
 */
record HandledContext(ModelContext outer, Handler handler) implements ModelContext {
  @Override
  public Expr site(Site site) {
    return handler.handle(site, outer);
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
    return outer.predicts();
  }
}
