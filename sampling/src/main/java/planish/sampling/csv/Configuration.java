package planish.sampling.csv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the comments before a Stan CSV's column line say of the run.
 *
 * @param entries values by key, in order; a key has the names of the sections around it, as CmdStan
 *     indents them: {@code sample.num_samples}, {@code data.file}. CmdStan's mark {@code (Default)}
 *     is not part of the value.
 */
public record Configuration(Map<String, String> entries) {
  /** Copies the map, in its order. */
  public Configuration {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * {@return a value}
   *
   * @param key the full key, or its last part where that is enough: {@code max_depth}; of several
   *     the first
   */
  public Optional<String> find(String key) {
    if (entries.containsKey(key)) {
      return Optional.of(entries.get(key));
    }
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("." + key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * {@return a whole number, or another if there is none by that key}
   *
   * @param key as in {@link #find}
   * @param otherwise what to say where it is missing or is not a whole number
   */
  public int integer(String key, int otherwise) {
    return find(key)
        .filter(value -> value.matches("[+-]?\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }
}
