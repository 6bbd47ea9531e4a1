package planish.spi;

/**
 * Something could not be written: no permission, no room, no such place. Apart from other errors so
 * that a program can end with a code of its own for it.
 */
public class OutputException extends UserException {
  private static final long serialVersionUID = 1L;

  /**
   * An error with a message for the user and what was thrown.
   *
   * @param message what could not be written, why, and what became of what was written before
   * @param cause what was thrown, for logs
   */
  public OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
