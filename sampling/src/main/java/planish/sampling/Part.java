package planish.sampling;

import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a run that is chosen by name: a kernel, a mass matrix, a sampler.
 *
 * @param name the provider's name: {@code nuts}
 * @param options its options by name, as text; those not given have the provider's defaults
 */
public record Part(String name, Map<String, String> options) {
  /** Copies the map, sorted by name. */
  public Part {
    options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** {@return the part of that name with its default options} */
  public static Part named(String name) {
    return new Part(name, Map.of());
  }
}
