package planish.app.explain;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.LogDensity;

/**
 * Times gradients beside each other: in turns, each for a short slice, so that what else the
 * machine does falls on all of them. Of each the least time counts: what is above it is other work,
 * or the time before the JIT had compiled the loops.
 */
final class Stopwatch {
  private static final long SLICE = 2_000_000;

  /** An improvement of less than this is noise. */
  private static final double NOTABLE = 0.97;

  /** It ends by this many times the time that it was given. */
  private static final int PATIENCE = 3;

  private final List<LogDensity> densities;
  private final double[] position;
  private final double[] gradient;
  private final double[] best;
  private final double[] notable;
  private final long[] improved;
  private double sum;

  /**
   * A stopwatch.
   *
   * @param densities of one dimension
   * @param position where they are evaluated
   */
  Stopwatch(List<LogDensity> densities, double[] position) {
    this.densities = densities;
    this.position = position;
    this.gradient = new double[position.length];
    this.best = new double[densities.size()];
    this.notable = new double[best.length];
    this.improved = new long[best.length];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    Arrays.fill(notable, Double.POSITIVE_INFINITY);
  }

  /**
   * {@return microseconds for one evaluation of each}
   *
   * @param seconds how long to measure; longer, but at most {@value #PATIENCE} times as long, while
   *     one still becomes faster
   */
  double[] measure(double seconds) {
    long budget = (long) (seconds * 1e9);
    long begin = System.nanoTime();
    long elapsed;
    do {
      for (int k = 0; k < best.length; k++) {
        best[k] = Math.min(best[k], slice(densities.get(k)));
        note(k, System.nanoTime() - begin);
      }
      elapsed = System.nanoTime() - begin;
    } while (elapsed < budget || elapsed < PATIENCE * budget && !settled(elapsed));
    return Arrays.stream(best).map(nanoseconds -> nanoseconds / 1000).toArray();
  }

  private void note(int k, long now) {
    if (best[k] < NOTABLE * notable[k]) {
      notable[k] = best[k];
      improved[k] = now;
    }
  }

  private boolean settled(long elapsed) {
    return Arrays.stream(improved).allMatch(last -> elapsed - last > elapsed / 3);
  }

  /** Nanoseconds for one evaluation; the clock is read seldom. */
  private double slice(LogDensity density) {
    long begin = System.nanoTime();
    long runs = 0;
    long batch = 1;
    long elapsed;
    do {
      for (long k = 0; k < batch; k++) {
        sum += density.valueAndGradient(position, gradient);
      }
      runs += batch;
      elapsed = System.nanoTime() - begin;
      batch = elapsed < SLICE / 4 ? runs : 1 + runs / 4;
    } while (elapsed < SLICE);
    return (double) elapsed / runs;
  }

  /** {@return what was computed, so that no compiler leaves it out} */
  double sum() {
    return sum;
  }
}
