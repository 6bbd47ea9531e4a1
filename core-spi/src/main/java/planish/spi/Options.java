package planish.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a provider's options: checked, complete (defaults filled in) and immutable. */
public final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Checks the given texts against the specifications and fills in the defaults.
   *
   * @param owner who has these options, for messages: {@code kernel 'nuts'}
   * @param specs the options that exist
   * @param given option name to text
   * @return the complete values
   * @throws UserException for an unknown option (with the nearest one) or a value out of range
   */
  public static Options of(String owner, List<OptionSpec> specs, Map<String, String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (OptionSpec spec : specs) {
      String text = given.getOrDefault(spec.name(), spec.defaultValue());
      spec.check(text);
      values.put(spec.name(), text);
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        throw new UserException(
            Spelling.unknown("option", "--" + name, values.keySet().stream().map(o -> "--" + o))
                + " (options of "
                + owner
                + ")");
      }
    }
    return new Options(values);
  }

  /** {@return all defaults of the given specifications} */
  public static Options defaults(List<OptionSpec> specs) {
    return of("defaults", specs, Map.of());
  }

  /** {@return the whole number of an option} */
  public long integer(String name) {
    return Long.parseLong(text(name));
  }

  /** {@return the real number of an option} */
  public double real(String name) {
    return Double.parseDouble(text(name));
  }

  /** {@return whether a switch is on} */
  public boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  /**
   * {@return the text of an option}
   *
   * @throws IllegalArgumentException if the provider never declared the option: a fault of the
   *     program, not of its user
   */
  public String text(String name) {
    String text = values.get(name);
    if (text == null) {
      throw new IllegalArgumentException("option '" + name + "' was not declared: " + values);
    }
    return text;
  }

  /** {@return all names and texts, in the order of declaration} */
  public Map<String, String> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
