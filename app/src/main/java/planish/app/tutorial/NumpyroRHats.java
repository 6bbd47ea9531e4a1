package planish.app.tutorial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The R-hats that NumPyro reaches seed by seed; {@code numpyro_r_hats.py} beside the file says how
 * they were made.
 *
 * @param origin the versions and the day
 * @param largest of each setting by its number: of each seed the largest of all variables
 */
record NumpyroRHats(String origin, Map<String, double[]> largest) {
  private static final String FILE = "numpyro_r_hats.csv";

  /** Of these nothing was made by itself: they are the same posterior in the same coordinates. */
  private static final Map<String, String> SAME = Map.of("1c", "1b", "1d", "1b");

  private static final int SETTING = 0;
  private static final int SEED = 1;
  private static final int R_HAT = 3;

  static NumpyroRHats read() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                NumpyroRHats.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      String origin = file.readLine().replaceFirst("^# ", "").replaceFirst("; made by .*", "");
      file.readLine();
      Map<String, Map<String, Double>> largest = new TreeMap<>();
      for (String[] line : file.lines().map(text -> text.split(",")).toList()) {
        largest
            .computeIfAbsent(line[SETTING], setting -> new TreeMap<>())
            .merge(line[SEED], Double.valueOf(line[R_HAT]), Math::max);
      }
      return new NumpyroRHats(origin, arrays(largest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, double[]> arrays(Map<String, Map<String, Double>> largest) {
    return largest.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                of ->
                    List.copyOf(of.getValue().values()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
  }

  /** {@return the largest R-hat of each seed of a setting} */
  double[] of(Setting setting) {
    return largest.get(SAME.getOrDefault(setting.id(), setting.id()));
  }
}
