package planish.model;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.transforms.Transforms;

/** Handlers by NumPyro's names: functions from models to models. */
public final class Handlers {
  private Handlers() {}

  /** {@return the model, its statements seen by a handler first} */
  public static Model handle(Model model, Handler handler) {
    return m -> model.define(new HandledContext(m, handler));
  }

  /**
   * {@return the model with these sampled sites observed at the given values}
   *
   * @param values by name; a name that the model does not sample, a shape that the site's does not
   *     broadcast to, or a known value outside the support is an error when the model is traced
   */
  public static Model condition(Model model, Map<String, Expr> values) {
    return new ValuedModel(model, values, site -> site.withRole(Site.Role.OBSERVED));
  }

  /**
   * {@return the model with these sampled sites at the given values: no longer parameters, their
   * prior densities still part of the model's}
   *
   * @param values by name; a name that the model does not sample, or a shape that the site's does
   *     not broadcast to, is an error when the model is traced
   */
  public static Model substitute(Model model, Map<String, Expr> values) {
    return new ValuedModel(model, values, site -> site);
  }

  /**
   * {@return the model with its sampled sites drawn from their distributions, anew at each run of
   * the program that is made of it; what NumPyro's seed does, with the randomness given later}
   */
  public static Model seed(Model model) {
    return handle(
        model,
        (site, outer) ->
            outer.site(
                isLatent(site) ? site.withValue(RandomValues.draw(site, outer.graph())) : site));
  }

  /**
   * {@return the model with its observed sites drawn in place of the data, as many values, and
   * generated}
   */
  public static Model predict(Model model) {
    Handler handler =
        (site, outer) -> outer.site(site.role() == Site.Role.OBSERVED ? predicted(site) : site);
    return m -> model.define(new HandledContext(m, handler, true));
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

  /**
   * {@return the model with some sites hidden from all contexts around: they add nothing to the
   * density and stand in no trace; those without a value are drawn}
   *
   * @param hidden which sites
   */
  public static Model block(Model model, Predicate<Site> hidden) {
    return handle(
        model,
        (site, outer) ->
            hidden.test(site)
                ? site.value().orElseGet(() -> RandomValues.draw(site, outer.graph()))
                : outer.site(site));
  }

  /** {@return the model with the sites of these names hidden} */
  public static Model block(Model model, Set<String> names) {
    return block(model, site -> names.contains(site.name()));
  }

  /** {@return the model with a prefix and a slash before each site's name} */
  public static Model scope(Model model, String prefix) {
    return handle(model, (site, outer) -> outer.site(site.withName(prefix + "/" + site.name())));
  }

  /**
   * {@return the model with the log densities of its sites multiplied by a number}
   *
   * @param factor a scalar; positive
   */
  public static Model scale(Model model, Expr factor) {
    return handle(model, (site, outer) -> outer.site(site.withScale(factor)));
  }

  /**
   * {@return the model with only some elements of its sites' log densities}
   *
   * @param keep not 0 for those that count; broadcasts to each site's batch shape
   */
  public static Model mask(Model model, Expr keep) {
    return handle(model, (site, outer) -> outer.site(site.withMask(keep)));
  }

  /**
   * {@return the model with some sampled sites rewritten; each stays in the output under its own
   * name, as a deterministic}
   *
   * <p>The model's text is left alone; inside a model, {@link ModelContext#reparam} rewrites the
   * sites of single statements.
   *
   * @param rewrites site name to reparameterisation
   */
  public static Model reparam(Model model, Map<String, Reparam> rewrites) {
    return reparam(model, rewrites, Transforms.boot());
  }

  /**
   * {@return the same, where the model's sites may need the transforms of plugins}
   *
   * @param rewrites site name to reparameterisation
   * @param transforms where transforms are looked for
   */
  public static Model reparam(Model model, Map<String, Reparam> rewrites, Transforms transforms) {
    return new ReparameterisedModel(model, rewrites, transforms);
  }

  /**
   * {@return the model with some parameters sampled through transforms other than the default ones}
   *
   * @param transforms site name to transform name; a name that the model does not have is an error
   */
  public static Model transform(Model model, Map<String, String> transforms) {
    return new TransformedModel(model, transforms);
  }

  /** {@return what the model states} */
  public static Trace trace(Model model) {
    return Trace.of(model);
  }

  static boolean isLatent(Site site) {
    return site.role() == Site.Role.SAMPLED && site.value().isEmpty();
  }
}
