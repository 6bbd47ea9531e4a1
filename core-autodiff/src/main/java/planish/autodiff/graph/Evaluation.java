package planish.autodiff.graph;

/** An operation bound to its operands and its result. */
@FunctionalInterface
public interface Evaluation {
  /** {@return whether it succeeded; where it did not, {@link #failure()} says why} */
  boolean run();

  /** {@return the check that failed in the last run, or null} */
  default Failure failure() {
    return null;
  }

  /**
   * Why an evaluation stopped.
   *
   * @param outside whether the position lies outside the support; otherwise something went wrong
   * @param message in the user's words
   * @param value the number that was refused
   */
  record Failure(boolean outside, String message, double value) {}

  /** {@return an evaluation that cannot fail} */
  static Evaluation of(Runnable body) {
    return () -> {
      body.run();
      return true;
    };
  }
}
