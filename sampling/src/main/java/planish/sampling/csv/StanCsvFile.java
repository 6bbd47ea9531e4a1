package planish.sampling.csv;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one Stan CSV says beside its draws.
 *
 * @param path the file
 * @param configuration the comments before the column line
 * @param adaptation what warm-up has arrived at; empty where none is told
 * @param seconds times by phase: {@code Warm-up}, {@code Sampling}, {@code Total}
 * @param warmupDraws the number of saved warm-up draws
 * @param draws the number of draws
 * @param notes what a person should know: a last line that was cut off
 */
public record StanCsvFile(
    Path path,
    Configuration configuration,
    Optional<Adaptation> adaptation,
    Map<String, Double> seconds,
    int warmupDraws,
    int draws,
    List<String> notes) {
  /** Copies map and list. */
  public StanCsvFile {
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    notes = List.copyOf(notes);
  }
}
