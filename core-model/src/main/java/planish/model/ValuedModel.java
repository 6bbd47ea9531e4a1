package planish.model;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** A model some of whose sampled sites are given values from outside. */
final class ValuedModel implements Model {
  private final Model plain;
  private final Map<String, Expr> values;
  private final UnaryOperator<Site> change;

  /**
   * The model with values.
   *
   * @param values by the sites' names
   * @param change what else becomes of these sites
   */
  ValuedModel(Model plain, Map<String, Expr> values, UnaryOperator<Site> change) {
    this.plain = plain;
    this.values = new TreeMap<>(values);
    this.change = change;
  }

  @Override
  public void define(ModelContext m) {
    LatentNames names = new LatentNames();
    plain.define(
        new HandledContext(
            m, (site, outer) -> outer.site(names.meet(site) ? valued(site, m) : site)));
    names.check(values.keySet());
  }

  private Site valued(Site site, ModelContext m) {
    Expr value = values.get(site.name());
    if (value == null) {
      return site;
    }
    Distribution distribution = site.distribution().orElseThrow();
    Shape shape = distribution.batchShape().then(distribution.eventShape());
    if (!shape.broadcastsTo(value.shape())) {
      throw new LocatedException(
          site, "a value of shape %s was given, expected shape %s".formatted(value.shape(), shape));
    }
    Site given = change.apply(site).withValue(value);
    if (given.role() == Site.Role.OBSERVED) {
      TraceCheck.checkValue(given, m.graph());
    }
    return given;
  }
}
