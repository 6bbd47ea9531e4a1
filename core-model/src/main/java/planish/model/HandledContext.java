package planish.model;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;

/**
 * A context behind a handler.
 *
 * @param outer the context around
 * @param handler sees each site first
 * @param predicts whether what is observed is drawn in place of the data
 */
record HandledContext(ModelContext outer, Handler handler, boolean predicts)
    implements ModelContext {
  /** As the context around, but for the handler. */
  HandledContext(ModelContext outer, Handler handler) {
    this(outer, handler, outer.predicts());
  }

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
}
