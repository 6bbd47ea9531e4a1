package planish.autodiff.shard;

import planish.autodiff.program.Status;

/**
 * The shards of one sum, addressed by index, for those who run them: here, on threads, or on other
 * machines, which need no more than the parameters and give no more than results. Safe for many
 * threads.
 *
 * <p>Parameters stand in one array: those that all shards read, then as many for each shard.
 */
public interface ShardSet {
  /** {@return the number of shards} */
  int count();

  /** {@return the number of parameters that all shards read} */
  int sharedSize();

  /** {@return the number of parameters that each shard has for itself} */
  int ownSize();

  /** {@return the number of doubles that a worker's workspace has: what the largest shard needs} */
  int workspaceSize();

  /** {@return a worker with a workspace of its own} */
  Worker open();

  /** {@return the length of one shard's result: its value, then its derivatives} */
  default int resultSize() {
    return 1 + sharedSize() + ownSize();
  }

  /** Evaluates shards, one at a time. */
  interface Worker {
    /**
     * Evaluates one shard.
     *
     * @param shard its index
     * @param parameters those of all shards
     * @param result receives the value, its derivatives by what is shared and by the shard's own
     * @return how it ended; the result is undefined unless fine
     */
    Status run(int shard, double[] parameters, double[] result);
  }
}
