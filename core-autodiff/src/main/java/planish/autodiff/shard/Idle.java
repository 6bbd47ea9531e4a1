package planish.autodiff.shard;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * Tells how many processors have nothing to do, as far as is known: all but those of the threads,
 * such as chains, that evaluated shards a moment ago.
 */
final class Idle {
  private static final long RECENT = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long COUNTED = TimeUnit.MILLISECONDS.toNanos(20);

  private static final ConcurrentHashMap<Thread, Long> BUSY_UNTIL = new ConcurrentHashMap<>();
  private static final ThreadLocal<long[]> TOLD = ThreadLocal.withInitial(() -> new long[1]);
  private static volatile long countedAt = System.nanoTime() - RECENT;
  private static volatile int share;

  private Idle() {}

  /**
   * {@return how many helpers the calling thread may have: its share of those that are idle}
   *
   * @param nanos how long its last evaluation took: it is taken to be busy for that long
   */
  static int here(long nanos) {
    long now = System.nanoTime();
    long[] told = TOLD.get();
    if (told[0] == 0 || now - told[0] > COUNTED) {
      told[0] = now;
      BUSY_UNTIL.put(Thread.currentThread(), now + RECENT + 2 * nanos);
    }
    if (now - countedAt > COUNTED) {
      count(now);
    }
    return share;
  }

  private static void count(long now) {
    countedAt = now;
    BUSY_UNTIL.values().removeIf(until -> now - until > 0);
    int busy = Math.max(1, BUSY_UNTIL.size());
    int processors = Runtime.getRuntime().availableProcessors();
    int helpers = Math.max(0, processors - busy) / busy;
    share = Math.min(helpers, ForkJoinPool.getCommonPoolParallelism());
  }
}
