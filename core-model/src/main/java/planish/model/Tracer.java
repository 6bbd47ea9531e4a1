package planish.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Place;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;
import planish.transforms.Transform;
import planish.transforms.Transforms;

/** The context at the root: completes each site and writes it down. */
final class Tracer implements ModelContext {
  private final Graph graph = new Graph();
  private final Plates plates = new Plates();
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final Latents latents;
  private final Transforms transforms;
  private int tuningInputs;

  private Tracer(Latents latents, Transforms transforms) {
    this.latents = latents;
    this.transforms = transforms;
  }

  /**
   * {@return what a model states}
   *
   * @throws UserException if it states something wrong or throws; the message has the line
   */
  static Trace trace(Model model, Latents latents, Transforms transforms) {
    Tracer tracer = new Tracer(latents, transforms);
    try {
      model.define(tracer);
    } catch (LocatedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LocatedException(explain(e), e);
    }
    return new Trace(new ArrayList<>(tracer.sites.values()), tracer.graph);
  }

  private static String explain(RuntimeException e) {
    String line = Lines.of(e);
    String where = line.isEmpty() ? "the model" : "the model, at " + line;
    String what = e.getMessage() == null ? e.toString() : e.getMessage();
    return e instanceof UserException ? where + ": " + what : where + ", threw: " + what;
  }

  @Override
  public Graph graph() {
    return graph;
  }

  @Override
  public Plates plates() {
    return plates;
  }

  @Override
  public Expr site(Site site) {
    Site earlier = sites.get(site.name());
    if (earlier != null) {
      throw new LocatedException(
          "two sites have the name '%s': at %s and at %s; names are unique in a model"
              .formatted(site.name(), earlier.place().line(), site.place().line()),
          null);
    }
    graph.enter(site.place());
    Site complete = complete(site);
    graph.enter(Place.NONE);
    sites.put(site.name(), complete);
    return complete.value().orElseThrow();
  }

  private Site complete(Site site) {
    try {
      return switch (site.role()) {
        case SAMPLED -> own(site.value().isPresent() ? weighed(site) : sampled(site));
        case OBSERVED -> own(weighed(site));
        case DETERMINISTIC -> own(site, site.value().orElseThrow());
        case FACTOR -> own(site.withLogDensity(site.value().orElseThrow()));
        case GENERATED ->
            site.value().isPresent() ? site : site.withValue(RandomValues.draw(site, graph));
        case TUNING -> tuned(site);
      };
    } catch (LocatedException e) {
      throw e;
    } catch (UserException e) {
      throw new LocatedException(site, e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new LocatedException(site, shapes(site) + e.getMessage(), e);
    }
  }

  /** Refuses what belongs to another graph, at the site that states it. */
  private Site own(Site site) {
    return own(site, site.logDensity().orElseThrow());
  }

  private Site own(Site site, Expr part) {
    graph.indexOf(part);
    return site;
  }

  private Site tuned(Site site) {
    Shape shape = site.shape();
    Expr input = graph.input(InputKind.TUNING, site.name(), tuningInputs, shape);
    tuningInputs += shape.size();
    return site.withValue(input);
  }

  private Site sampled(Site site) {
    Distribution prior = site.distribution().orElseThrow();
    if (prior.discrete()) {
      throw new LocatedException(
          site,
          "%s gives %s, which cannot be sampled by gradients; observe it, or sum it out"
              .formatted(prior.name(), prior.support().description()));
    }
    Transform transform = transform(site, prior.support());
    Coordinates coordinates = latents.of(site, transform, graph);
    Expr jacobian = transform.logAbsDetJacobian(coordinates.unconstrained(), coordinates.value());
    return site.withValue(coordinates.value())
        .withCoordinates(transform, coordinates.unconstrained(), jacobian)
        .withLogDensity(prior.logProbInside(coordinates.value()));
  }

  private Transform transform(Site site, Constraint support) {
    try {
      return site.transformName()
          .map(name -> transforms.onto(support, name))
          .orElseGet(() -> transforms.onto(support));
    } catch (UserException e) {
      throw new LocatedException(site, e.getMessage(), e);
    }
  }

  /**
   * Data are looked at once, before the first evaluation; values or bounds that are not known, at
   * each evaluation.
   */
  private static Site weighed(Site site) {
    Distribution distribution = site.distribution().orElseThrow();
    Expr value = site.value().orElseThrow();
    if (site.role() == Site.Role.OBSERVED && value.known()) {
      Expr inside = distribution.support().contains(value);
      if (inside.known()) {
        return site.withLogDensity(distribution.logProbInside(value), inside);
      }
    }
    return site.withLogDensity(distribution.logProb(value));
  }

  private static String shapes(Site site) {
    return site.distribution()
        .map(distribution ->
            "%s of batch shape %s and event shape %s, a value of shape %s: "
                .formatted(
                    distribution.name(),
                    distribution.batchShape(),
                    distribution.eventShape(),
                    site.value().map(v -> v.shape().toString()).orElse("not known yet")))
        .orElse("");
  }
}
