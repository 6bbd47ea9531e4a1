package planish.autodiff.shard;

/** Whether help pays, by what evaluations took alone and together. Belongs to one thread. */
final class Pace {
  /** Nanoseconds: what takes less is not worth waking another thread for. */
  private static final long SHORT = 100_000;

  /** After so many evaluations the slower way is tried again. */
  private static final int AGAIN = 64;

  private long alone = Long.MAX_VALUE;
  private long together = Long.MAX_VALUE;
  private int runs;

  /** {@return whether the next evaluation should be helped with} */
  boolean pays() {
    runs++;
    if (alone == Long.MAX_VALUE || alone < SHORT) {
      return false;
    }
    boolean faster = together == Long.MAX_VALUE || together < alone;
    return runs % AGAIN == 0 ? !faster : faster;
  }

  void took(boolean helped, long nanos) {
    if (helped) {
      together = least(together, nanos);
    } else {
      alone = least(alone, nanos);
    }
  }

  /** The least so far, which rises slowly: the machine's load changes. */
  private static long least(long before, long now) {
    return before == Long.MAX_VALUE ? now : Math.min(now, before + (before >> 4));
  }
}
