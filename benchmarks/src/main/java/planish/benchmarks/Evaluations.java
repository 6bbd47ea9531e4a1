package planish.benchmarks;

/** Something that can be done many times. */
@FunctionalInterface
interface Evaluations {
  /**
   * Does it again and again.
   *
   * @param times how often, about
   * @return how often it was done, at least once
   */
  long evaluate(long times);
}
