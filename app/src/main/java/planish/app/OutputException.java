package planish.app;

import planish.spi.UserException;

/** Output could not be written. */
public final class OutputException extends UserException {
  private static final long serialVersionUID = 1L;

  /** An error with a message for the user and what was thrown. */
  public OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
