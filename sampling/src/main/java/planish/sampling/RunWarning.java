package planish.sampling;

/**
 * Something that went wrong without ending the run, told once however often it happened.
 *
 * @param kind what it is
 * @param count how often it happened
 * @param message for the user: what happened, how often, what it means
 */
public record RunWarning(Kind kind, long count, String message) {
  /** What can go wrong without ending a run. */
  public enum Kind {
    /** Transitions after the warm-up whose simulation failed. */
    DIVERGENCES,
    /** The warm-up has too few draws for the form of the mass matrix. */
    MASS_MATRIX,
    /** Evaluations whose log density was NaN or +Infinity: a numerical failure. */
    NUMERICAL_FAILURE,
    /** Evaluations outside the support: the log density was -Infinity. */
    OUTSIDE_SUPPORT,
    /** There was nothing left to do for a run that was to go on. */
    COMPLETE_ALREADY,
    /** A run went on with another version than it was begun with. */
    OTHER_VERSION,
    /** The run was told to stop before it had all draws. */
    STOPPED
  }
}
