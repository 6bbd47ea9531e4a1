package planish.autodiff.shard;

import planish.autodiff.program.Status;

/**
 * Runs the shards of a sum: on this machine's processors, or elsewhere. Whichever runs them, and
 * where, results are the same, and are summed in the order of the shards. Safe for many threads.
 */
@FunctionalInterface
public interface ShardRunner {
  /** {@return evaluations for one program, one at a time} */
  Session open(ShardSet shards);

  /** Evaluates all shards at once. */
  interface Session {
    /**
     * Evaluates all shards.
     *
     * @param parameters as {@link ShardSet} describes
     * @param results one array of {@link ShardSet#resultSize()} for each shard
     * @return how the first shard that failed ended; fine if none did
     */
    Status run(double[] parameters, double[][] results);

    /** {@return the index of the shard that failed in the last run; undefined if none did} */
    int failed();
  }

  /**
   * {@return runs shards on the calling thread, and on others while that was measured to pay and
   * processors are idle}
   */
  static ShardRunner local() {
    return LocalRunner.INSTANCE;
  }
}
