package planish.autodiff.shard;

import java.util.concurrent.ForkJoinPool;
import java.util.function.LongToIntFunction;

/**
 * Runs shards on the calling thread with some help.
 *
 * @param pool where helpers run
 * @param helpers how many there may be, by the nanoseconds that the last evaluation took
 * @param measured whether they help only where that is measured to be faster
 */
record LocalRunner(ForkJoinPool pool, LongToIntFunction helpers, boolean measured)
    implements ShardRunner {
  static final LocalRunner INSTANCE = new LocalRunner(ForkJoinPool.commonPool(), Idle::here, true);

  @Override
  public Session open(ShardSet shards) {
    return new LocalSession(shards, this);
  }
}
