package planish.autodiff.program;

import planish.spi.UserException;

/** How soon compiled code runs in place of an interpreted tape; the bits are the same. */
public enum CompilerMode {
  /** Never: tapes are interpreted. */
  OFF,
  /** At once, in plain loops. */
  PLAIN,
  /** At once, in vector loops where there are any. */
  VECTOR,
  /** Once a program is run often and its code, warmed in the background, is faster. */
  AUTO;

  /**
   * {@return the mode that a text names}
   *
   * @throws UserException if it names none
   */
  static CompilerMode of(String text) {
    for (CompilerMode mode : values()) {
      if (mode.name().toLowerCase(java.util.Locale.ROOT).equals(text)) {
        return mode;
      }
    }
    throw new UserException(
        "system property planish.compiler is '"
            + text
            + "': expected auto, off, plain or vector; leave it out for auto");
  }
}
