package planish.app;

/** The program's exit codes, as {@code --help} and the README have them. */
public enum ExitCode {
  /** All went well. */
  OK(0),
  /** Something that the user can put right: model, data, a value out of range, a plugin. */
  INPUT(1),
  /** The command line could not be understood. */
  USAGE(2),
  /** Output could not be written. */
  OUTPUT(3),
  /** A fault of Planish or of a plugin. */
  FAULT(4),
  /** Something that was put to the test is not so. */
  FAILED(6),
  /** Interrupted by Ctrl-C; what there is was written. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** {@return the number that the shell sees} */
  public int number() {
    return number;
  }
}
