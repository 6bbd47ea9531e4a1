package planish.spi;

/**
 * Something that the user can put right: the message says what was wrong in the user's words, what
 * was expected and what to do. Programs print the message alone, never the stack trace.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error with a message for the user.
   *
   * @param message what was wrong, what was expected, what to do
   */
  public UserException(String message) {
    super(message);
  }

  /**
   * An error with a message for the user and the fault behind it.
   *
   * @param message what was wrong, what was expected, what to do
   * @param cause what was thrown, for logs
   */
  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
