package planish.model;

import java.util.Map;
import java.util.TreeMap;

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
    LatentNames names = new LatentNames();
    plain.define(
        new HandledContext(m, (site, outer) -> outer.site(names.meet(site) ? chosen(site) : site)));
    names.check(transforms.keySet());
  }

  private Site chosen(Site site) {
    String chosen = transforms.get(site.name());
    return chosen == null ? site : site.withTransform(chosen);
  }
}
