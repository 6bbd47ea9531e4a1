package planish.autodiff.shard;

import java.util.List;
import planish.autodiff.graph.Expr;

/** How a shard is rewritten before it is laid out. */
public interface ShardForm {
  /** Shards as they are stated. */
  ShardForm PLAIN =
      new ShardForm() {
        @Override
        public Expr density(Shard shard) {
          return shard.logDensity();
        }

        @Override
        public List<Expr> program(Shard shard, List<Expr> computed) {
          return computed;
        }
      };

  /** {@return the log density with which the gradient is taken} */
  Expr density(Shard shard);

  /** {@return value and gradient, of the same shapes, to be laid out} */
  List<Expr> program(Shard shard, List<Expr> computed);

  /** {@return what value and gradient are estimated to cost; 0 if that is not known} */
  default double cost(Shard shard, List<Expr> computed) {
    return 0;
  }
}
