package planish.model;

import planish.autodiff.graph.Expr;

/**
 * The part of a likelihood that one shard of the data states.
 *
 * @param <D> the data of one shard: whatever the function understands
 */
@FunctionalInterface
public interface ShardModel<D> {
  /**
   * States what was observed in one shard. Called once for each shard, in order.
   *
   * @param m takes {@code observe} and {@code factor}, plates, and further {@code shards}; names
   *     are unique within the shard
   * @param data the shard's data
   * @param parameters what was handed in, in its shape: all that the shard may read of the model
   *     around it
   */
  void define(ModelContext m, D data, Expr parameters);
}
