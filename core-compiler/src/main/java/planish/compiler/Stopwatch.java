package planish.compiler;

import java.util.concurrent.TimeUnit;

/**
 * Times things on a machine that others use, too: over rounds that are shorter than what a
 * scheduler gives a thread at a time, of which the fastest counts.
 */
final class Stopwatch {
  private static final long ROUND = TimeUnit.MICROSECONDS.toNanos(200);

  private Stopwatch() {}

  /**
   * {@return the least nanoseconds for one run, over some rounds}
   *
   * @param body what is timed
   * @param length how many nanoseconds to go on, at least
   */
  static double least(Runnable body, long length) {
    long start = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    do {
      best = Math.min(best, round(body));
    } while (System.nanoTime() - start < length);
    return best;
  }

  private static double round(Runnable body) {
    long start = System.nanoTime();
    long now = start;
    int runs = 0;
    while (now - start < ROUND) {
      body.run();
      runs++;
      now = runs % 4 == 0 || runs < 4 ? System.nanoTime() : now;
    }
    return (double) (System.nanoTime() - start) / runs;
  }
}
