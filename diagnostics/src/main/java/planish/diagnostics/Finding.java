package planish.diagnostics;

/**
 * One thing to know of a run, in plain words.
 *
 * @param kind how much it matters
 * @param check the check that found it, for programs: {@code r-hat}, {@code divergences}
 * @param sentence what was found
 * @param advice what to do; empty where there is nothing to do
 */
public record Finding(Kind kind, String check, String sentence, String advice) {
  /** How much a finding matters. */
  public enum Kind {
    /** All is well. */
    GOOD,
    /** Good to know. */
    NOTE,
    /** The draws are not to be trusted as they are. */
    WARNING
  }

  static Finding good(String check, String sentence) {
    return new Finding(Kind.GOOD, check, sentence, "");
  }

  static Finding note(String check, String sentence, String advice) {
    return new Finding(Kind.NOTE, check, sentence, advice);
  }

  static Finding warning(String check, String sentence, String advice) {
    return new Finding(Kind.WARNING, check, sentence, advice);
  }

  /** {@return the sentence, its kind before it, the advice after it} */
  public String text() {
    String head =
        switch (kind) {
          case GOOD -> "";
          case NOTE -> "Note: ";
          case WARNING -> "Warning: ";
        };
    return head + sentence + (advice.isEmpty() ? "" : " " + advice);
  }
}
