package planish.sampling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import planish.spi.OptionSpec;
import planish.spi.UserException;

/**
 * A part of a run that is chosen by name: a kernel, a mass matrix, a sampler.
 *
 * @param name the provider's name: {@code nuts}; with a colon, the text after it is that of the
 *     provider's first option: {@code blocks:(x1,x2)}
 * @param options its options by name, as text; those not given have the provider's defaults
 */
public record Part(String name, Map<String, String> options) {
  /** Copies the map, sorted by name. */
  public Part {
    options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /**
   * {@return the provider's name: what stands before the first colon; {@code blocks} of {@code
   * blocks:(x1,x2)}}
   */
  public String provider() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon).strip();
  }

  /**
   * {@return the same part with the text after a colon given by its name, if there is one}
   *
   * @param declared the provider's options: the text is that of the first
   * @throws UserException if the provider has no option, or its first one was given as well
   */
  Part spelledOut(List<OptionSpec> declared) {
    if (name.indexOf(':') < 0) {
      return this;
    }
    if (declared.isEmpty()) {
      throw new UserException(
          "'" + name + "': " + provider() + " has no options, so nothing can follow a colon");
    }
    String option = declared.getFirst().name();
    Map<String, String> all = new TreeMap<>(options);
    if (all.put(option, name.substring(name.indexOf(':') + 1).strip()) != null) {
      throw new UserException(
          "'"
              + name
              + "': the text after the colon is option --"
              + option
              + ", which was given too");
    }
    return new Part(provider(), all);
  }

  /** {@return the part of that name with its default options} */
  public static Part named(String name) {
    return new Part(name, Map.of());
  }
}
