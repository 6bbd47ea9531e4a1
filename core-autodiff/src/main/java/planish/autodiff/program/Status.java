package planish.autodiff.program;

/**
 * How an evaluation ended.
 *
 * @param kind fine, outside the support (a guard), or failed (a check)
 * @param message which guard or check, in the user's words; empty where all is fine
 * @param value the value that was refused; NaN where all is fine
 */
public record Status(Kind kind, String message, double value) {
  /** The status of an evaluation that met no obstacle. */
  public static final Status FINE = new Status(Kind.FINE, "", Double.NaN);

  /** How an evaluation can end. */
  public enum Kind {
    /** All outputs are there. */
    FINE,
    /** A guard: the position lies outside the support; the density is zero there. */
    GUARD,
    /** A check: something went wrong at this position; the proposal is rejected and counted. */
    CHECK
  }

  /** {@return the message and the value that was refused, for people} */
  public String told() {
    return isFine() ? "fine" : message + ": " + value;
  }

  /** {@return whether all outputs are there} */
  public boolean isFine() {
    return kind == Kind.FINE;
  }
}
