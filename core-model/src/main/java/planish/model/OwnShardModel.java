package planish.model;

import planish.autodiff.graph.Expr;

/**
 * The part of a likelihood that one shard of the data states, where each shard has parameters of
 * its own beside those that all share.
 *
 * @param <D> the data of one shard: whatever the function understands
 */
@FunctionalInterface
public interface OwnShardModel<D> {
  /**
   * States what was observed in one shard. Called once for each shard, in order.
   *
   * @param m as in {@link ShardModel#define}
   * @param data the shard's data
   * @param shared what all shards read
   * @param own the shard's part, along the first axis, of the parameters of single shards
   */
  void define(ModelContext m, D data, Expr shared, Expr own);
}
