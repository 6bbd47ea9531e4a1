package planish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other programs took for the same models.
 *
 * @param microseconds of each peer, of each subject
 * @param runs of each peer, of each subject
 */
record Peers(
    Map<String, Map<String, Double>> microseconds, Map<String, Map<String, PeerRun>> runs) {
  /**
   * Reads what the peers' scripts printed.
   *
   * @param file of lines; draws are in the folder {@code data} beside it
   */
  static Peers read(Optional<Path> file) throws IOException {
    Map<String, Map<String, Double>> all = new LinkedHashMap<>();
    Map<String, Map<String, PeerRun>> runs = new LinkedHashMap<>();
    for (String line : file.isEmpty() ? List.<String>of() : Files.readAllLines(file.get())) {
      String[] fields = line.split(" ");
      if (fields.length == 3 && !fields[0].equals("versions")) {
        all.computeIfAbsent(fields[0], _ -> new LinkedHashMap<>())
            .put(fields[1], Double.valueOf(fields[2]));
      } else if (fields[0].equals("run")) {
        runs.computeIfAbsent(fields[1], _ -> new LinkedHashMap<>())
            .put(fields[2], PeerRun.read(fields, file.get().resolveSibling("data")));
      }
    }
    return new Peers(all, runs);
  }

  /** {@return the peers' names: a program, a hyphen, what was measured} */
  List<String> names() {
    return new ArrayList<>(microseconds.keySet());
  }

  /** {@return the names of those that made default runs} */
  List<String> runners() {
    return new ArrayList<>(runs.keySet());
  }

  /** {@return a peer's default run, if there was one} */
  Optional<PeerRun> run(String peer, String subject) {
    return Optional.ofNullable(runs.getOrDefault(peer, Map.of()).get(subject));
  }

  /** {@return what one took, NaN if it was not measured} */
  double of(String peer, String subject) {
    return microseconds.getOrDefault(peer, Map.of()).getOrDefault(subject, Double.NaN);
  }
}
