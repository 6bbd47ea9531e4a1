package planish.autodiff.shard;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.ExternalFunction;

/** A sum of shards as they are stated: looks for the site of a shard that made it fail. */
final class ExplainedSum implements ExternalFunction.Call {
  private final List<Shard> shards;
  private final ShardedDensity.Sum sum;

  ExplainedSum(List<Shard> shards, ShardedDensity.Sum sum) {
    this.shards = shards;
    this.sum = sum;
  }

  @Override
  public Evaluation.Failure evaluate(double[][] operands, double[] out) {
    Evaluation.Failure failure = sum.evaluate(operands, out);
    if (failure == null && Double.isFinite(out[0])) {
      return null;
    }
    return explained(failure, out[0], operands[0], operands[1]);
  }

  /** The failure in more words; a sum that is not finite is one if a shard says why. */
  private Evaluation.Failure explained(
      Evaluation.Failure failure, double sum, double[] shared, double[] own) {
    int each = shards.isEmpty() ? 0 : own.length / shards.size();
    double[] position = Arrays.copyOf(shared, shared.length + each);
    for (int k = 0; k < shards.size(); k++) {
      System.arraycopy(own, k * each, position, shared.length, each);
      String found = shards.get(k).explanation().at(position);
      if (!found.isEmpty()) {
        String message = "shard " + (k + 1) + " of " + shards.size() + ": " + found;
        return failure == null
            ? new Evaluation.Failure(sum == Double.NEGATIVE_INFINITY, message, sum)
            : new Evaluation.Failure(failure.outside(), message, failure.value());
      }
    }
    return failure;
  }
}
