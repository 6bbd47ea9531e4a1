package planish.spi;

import java.util.List;

/**
 * One option of a provider: its name, kind, default and range.
 *
 * @param name lower case with hyphens, as after {@code --} on the command line
 * @param kind how its text is read
 * @param defaultValue the text that stands where the user gives none
 * @param description one line for {@code --help}
 * @param minimum least number allowed (itself included), for numbers
 * @param maximum greatest number allowed (itself included), for numbers
 * @param openRange whether the two ends themselves are excluded
 * @param choices the words allowed, for {@link Kind#CHOICE}
 */
public record OptionSpec(
    String name,
    Kind kind,
    String defaultValue,
    String description,
    double minimum,
    double maximum,
    boolean openRange,
    List<String> choices) {

  /** How an option's text is read. */
  public enum Kind {
    /** A whole number. */
    INTEGER,
    /** A real number. */
    REAL,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Any text. */
    TEXT,
    /** One word of a list. */
    CHOICE
  }

  /**
   * Copies the list of choices.
   *
   * @throws IllegalArgumentException if the name cannot stand after {@code --}, or the default is
   *     not among the values allowed: a fault of the provider
   */
  public OptionSpec {
    choices = List.copyOf(choices);
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a name for an option: '" + name + "'");
    }
    if (!allows(kind, defaultValue, minimum, maximum, openRange, choices)) {
      throw new IllegalArgumentException(
          "the default of option --" + name + " is not allowed: '" + defaultValue + "'");
    }
  }

  /** {@return a whole number in {@code [minimum, maximum]}} */
  public static OptionSpec integer(
      String name, long defaultValue, long minimum, long maximum, String description) {
    return new OptionSpec(
        name,
        Kind.INTEGER,
        Long.toString(defaultValue),
        description,
        minimum,
        maximum,
        false,
        List.of());
  }

  /** {@return a finite real number in {@code [minimum, maximum]}} */
  public static OptionSpec real(
      String name, double defaultValue, double minimum, double maximum, String description) {
    return new OptionSpec(
        name,
        Kind.REAL,
        Double.toString(defaultValue),
        description,
        minimum,
        maximum,
        false,
        List.of());
  }

  /** {@return a finite real number in the open range {@code (minimum, maximum)}} */
  public static OptionSpec realBetween(
      String name, double defaultValue, double minimum, double maximum, String description) {
    return new OptionSpec(
        name,
        Kind.REAL,
        Double.toString(defaultValue),
        description,
        minimum,
        maximum,
        true,
        List.of());
  }

  /** {@return a switch, {@code true} or {@code false}} */
  public static OptionSpec flag(String name, boolean defaultValue, String description) {
    return new OptionSpec(
        name, Kind.FLAG, Boolean.toString(defaultValue), description, 0, 0, false, List.of());
  }

  /** {@return any text} */
  public static OptionSpec text(String name, String defaultValue, String description) {
    return new OptionSpec(name, Kind.TEXT, defaultValue, description, 0, 0, false, List.of());
  }

  /** {@return one of the given words} */
  public static OptionSpec choice(
      String name, String defaultValue, List<String> choices, String description) {
    return new OptionSpec(name, Kind.CHOICE, defaultValue, description, 0, 0, false, choices);
  }

  /** {@return what values are allowed, in words: "a whole number from 1 to 20"} */
  public String expectation() {
    return switch (kind) {
      case INTEGER -> "a whole number" + range(Long.toString((long) minimum), (long) maximum + "");
      case REAL -> "a number" + range(Double.toString(minimum), Double.toString(maximum));
      case FLAG -> "true or false";
      case TEXT -> "text";
      case CHOICE -> "one of " + String.join(", ", choices);
    };
  }

  private String range(String low, String high) {
    boolean noMinimum = minimum == Double.NEGATIVE_INFINITY || minimum <= Long.MIN_VALUE;
    boolean noMaximum = maximum == Double.POSITIVE_INFINITY || maximum >= Long.MAX_VALUE;
    String above = openRange ? " above " : " of at least ";
    String below = openRange ? " below " : " of at most ";
    if (noMinimum && noMaximum) {
      return "";
    }
    if (noMaximum) {
      return above + low;
    }
    if (noMinimum) {
      return below + high;
    }
    return openRange ? " between " + low + " and " + high : " from " + low + " to " + high;
  }

  /**
   * Checks one text against this option.
   *
   * @throws UserException if the text is not of the kind or out of range; the message names the
   *     option, the text and what is expected
   */
  void check(String text) {
    if (!allows(kind, text, minimum, maximum, openRange, choices)) {
      throw new UserException(
          "option --" + name + ": expected " + expectation() + ", but got '" + text + "'");
    }
  }

  private static boolean allows(
      Kind kind, String text, double minimum, double maximum, boolean open, List<String> choices) {
    return switch (kind) {
      case INTEGER -> isInteger(text) && within(Long.parseLong(text), minimum, maximum, open);
      case REAL -> isReal(text) && within(Double.parseDouble(text), minimum, maximum, open);
      case FLAG -> text.equals("true") || text.equals("false");
      case TEXT -> true;
      case CHOICE -> choices.contains(text);
    };
  }

  private static boolean within(double value, double minimum, double maximum, boolean open) {
    return open ? minimum < value && value < maximum : minimum <= value && value <= maximum;
  }

  private static boolean isInteger(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isReal(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
