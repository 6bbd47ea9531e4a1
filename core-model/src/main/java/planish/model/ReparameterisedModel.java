package planish.model;

import java.util.Map;
import java.util.TreeMap;
import planish.autodiff.graph.Expr;
import planish.spi.Spelling;
import planish.spi.UserException;
import planish.transforms.Transforms;

/** A model some of whose sites are rewritten. Rewrites are prepared once, at the first run. */
final class ReparameterisedModel implements Model {
  private final Model plain;
  private final Map<String, Reparam> rewrites;
  private final Transforms transforms;
  private final Lazy<Map<String, Prepared>> prepared;

  ReparameterisedModel(Model plain, Map<String, Reparam> rewrites, Transforms transforms) {
    this.plain = plain;
    this.transforms = transforms;
    this.rewrites = Map.copyOf(rewrites);
    this.prepared = new Lazy<>(this::prepare);
  }

  private Map<String, Prepared> prepare() {
    Trace trace = Trace.of(plain, transforms);
    Map<String, Prepared> ready = new TreeMap<>();
    rewrites.forEach((name, reparam) -> {
      if (trace.latents().stream().noneMatch(site -> site.name().equals(name))) {
        throw new LocatedException(
            Spelling.unknown("sampled site", name, trace.latents().stream().map(Site::name)), null);
      }
      ready.put(name, reparam.prepare(trace));
    });
    return ready;
  }

  @Override
  public void define(ModelContext m) {
    Map<String, Prepared> ready = prepared.get();
    plain.define(
        new HandledContext(
            m,
            (site, outer) ->
                Handlers.isLatent(site) && ready.containsKey(site.name())
                    ? rewrite(site, ready.get(site.name()), outer)
                    : outer.site(site)));
  }

  static Expr rewrite(Site site, Prepared prepared, ModelContext outer) {
    site.transformName()
        .ifPresent(name -> {
          throw new LocatedException(
              site,
              "it is to be sampled through '%s' and to be reparameterised; choose one of the two"
                  .formatted(name));
        });
    ModelContext inner =
        new HandledContext(outer, (part, around) -> around.site(part.withOrigin(site)));
    Expr value = value(site, prepared, inner);
    Site shown = Site.of(Site.Role.DETERMINISTIC, site.name(), site.place());
    return outer.site(shown.withPlates(site.plates()).withValue(value));
  }

  private static Expr value(Site site, Prepared prepared, ModelContext inner) {
    try {
      return prepared
          .rewrite(site, inner)
          .orElseThrow(() -> new LocatedException(site, cannot(site, prepared)));
    } catch (LocatedException e) {
      throw e;
    } catch (UserException e) {
      throw new LocatedException(site, e.getMessage(), e);
    }
  }

  private static String cannot(Site site, Prepared prepared) {
    String scope = prepared.scope();
    return "the reparameterisation cannot rewrite "
        + site.distribution().orElseThrow().name()
        + (scope.isEmpty() ? "" : "; it rewrites " + scope);
  }
}
