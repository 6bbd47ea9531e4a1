package planish.compiler;

import java.util.concurrent.TimeUnit;

/** Runs new code beside what runs now, until the JIT has made it faster or patience ends. */
final class Race {
  /** How long the reference is timed at once. */
  private static final long SHORT_ROUND = TimeUnit.MICROSECONDS.toNanos(200);

  /** How long new code runs at a time, to be seen by the JIT. */
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(5);

  /** How often new code must be faster: the clock may be wrong. */
  private static final int WINS = 3;

  /** New code that is so many times as fast has won. */
  private static final double CLEARLY = 2;

  /** How a race ends. */
  enum End {
    /** New code is faster. */
    WON,
    /** It was not within some time. */
    LOST,
    /** Nobody runs the program any more. */
    LEFT
  }

  private final Interest interest;
  private double best = Double.POSITIVE_INFINITY;

  Race(Interest interest) {
    this.interest = interest;
  }

  /**
   * {@return how it ended}
   *
   * @param candidate a run of the new code
   * @param reference a run of what runs now
   * @param patience nanoseconds that it may take
   */
  End run(Runnable candidate, Runnable reference, long patience) {
    long start = System.nanoTime();
    double least = Double.POSITIVE_INFINITY;
    int wins = 0;
    while (wins < WINS) {
      if (!interest.lasts()) {
        return End.LEFT;
      }
      if (System.nanoTime() - start > patience) {
        return End.LOST;
      }
      least = Math.min(least, Stopwatch.least(reference, SHORT_ROUND));
      best = Stopwatch.least(candidate, wins == 0 ? ROUND : SHORT_ROUND);
      if (best < least) {
        wins += best * CLEARLY < least ? WINS : 1;
      } else {
        // A loss may be the clock's: what runs beside us comes and goes.
        LoopExercise.giveWay();
      }
    }
    return End.WON;
  }

  /** {@return nanoseconds of the new code, as measured last} */
  double time() {
    return best;
  }
}
