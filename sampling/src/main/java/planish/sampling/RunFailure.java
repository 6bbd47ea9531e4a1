package planish.sampling;

import planish.spi.UserException;

/**
 * A run ended by an error in one of its chains. The message names the chain; what had been made by
 * then, in memory and in files, is not lost. The cause is what was thrown in the chain: a {@link
 * planish.spi.OutputException} where a file could not be written.
 */
public final class RunFailure extends UserException {
  private static final long serialVersionUID = 1L;

  private final transient RunResult partial;

  RunFailure(String message, Throwable cause, RunResult partial) {
    super(message, cause);
    this.partial = partial;
  }

  /** {@return what had been made until then; {@code null} only after this was serialised} */
  public RunResult partial() {
    return partial;
  }
}
