package planish.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import planish.autodiff.graph.Expr;
import planish.spi.Spelling;
import planish.spi.UserException;

/** A model some of whose sites are sampled through transforms that are chosen from outside. */
final class TransformedModel implements Model {
  private final Model plain;
  private final Map<String, String> transforms;

  TransformedModel(Model plain, Map<String, String> transforms) {
    this.plain = plain;
    this.transforms = new TreeMap<>(transforms);
  }

  @Override
  public void define(ModelContext m) {
    Set<String> latents = new HashSet<>();
    plain.define(new HandledContext(m, (site, outer) -> choose(site, outer, latents)));
    for (String name : transforms.keySet()) {
      if (!latents.contains(name)) {
        throw new UserException(Spelling.unknown("sampled site", name, latents.stream().sorted()));
      }
    }
  }

  private Expr choose(Site site, ModelContext outer, Set<String> latents) {
    if (!Handlers.isLatent(site)) {
      return outer.site(site);
    }
    latents.add(site.name());
    String chosen = transforms.get(site.name());
    return outer.site(chosen == null ? site : site.withTransform(chosen));
  }
}
