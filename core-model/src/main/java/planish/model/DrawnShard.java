package planish.model;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;

/**
 * The context of one shard where what is observed is drawn: its sites are those of the model
 * around, named after the shard.
 *
 * @param outer the context around
 * @param prefix before each site's name
 * @param plates those of the shard alone
 */
record DrawnShard(ModelContext outer, String prefix, Plates plates) implements ModelContext {
  @Override
  public Expr site(Site site) {
    ShardStatements.requireObserved(site);
    return site.role() == Site.Role.FACTOR
        ? site.value().orElseThrow()
        : outer.site(site.withName(prefix + site.name()));
  }

  @Override
  public Graph graph() {
    return outer.graph();
  }

  @Override
  public boolean predicts() {
    return true;
  }
}
