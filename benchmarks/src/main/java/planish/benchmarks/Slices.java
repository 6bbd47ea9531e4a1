package planish.benchmarks;

/** Times something in slices, and keeps to a slice's length as it becomes faster. */
final class Slices {
  /**
   * Nanoseconds of one slice, about: shorter than what a scheduler gives a thread at a time, so
   * that on a machine with much to do some slices still have a processor to themselves.
   */
  private static final double LENGTH = 200_000;

  private final Evaluations evaluations;
  private double expected = LENGTH;

  Slices(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /** {@return the nanoseconds that one evaluation took, on the average of one slice} */
  double next() {
    long times = Math.max(1, Math.round(LENGTH / expected));
    long start = System.nanoTime();
    long done = evaluations.evaluate(times);
    double each = (double) (System.nanoTime() - start) / done;
    expected = Math.max(1, Math.min(each, 2 * expected));
    return each;
  }
}
