package planish.autodiff.shard;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;

/**
 * One term of a sum: a log density as a graph of its own.
 *
 * @param graph its nodes; it may grow while the shard is prepared
 * @param logDensity a scalar
 * @param shared what all shards read: an input of the graph, the first of its position
 * @param own what this shard alone reads: the input that follows; of no elements if there is none
 * @param explanation for those who ask why it failed
 */
public record Shard(Graph graph, Expr logDensity, Expr shared, Expr own, Explanation explanation) {
  /** Says what is wrong where a shard's log density is not finite; meant to be asked seldom. */
  @FunctionalInterface
  public interface Explanation {
    /** Nothing is known beyond what evaluations say themselves. */
    Explanation NONE = position -> "";

    /**
     * {@return what is wrong, in the user's words; empty where nothing is}
     *
     * @param position shared parameters, then the shard's own
     */
    String at(double[] position);
  }

  /** Refuses a log density that is no scalar of this graph. */
  public Shard {
    if (!logDensity.shape().isScalar()) {
      throw new IllegalArgumentException(
          "a shard's log density is a number, but this one has shape " + logDensity.shape());
    }
    graph.indexOf(logDensity);
  }
}
