package planish.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the script hands over.
 *
 * @param quick whether one short fork each is enough
 * @param runs whether default runs are made
 * @param only the subjects that are measured: those whose names contain one of these texts
 * @param floors the library of floors
 * @param peerData where data are to be written for other programs, and nothing else be done
 * @param peers a file of what other programs took, in lines {@code PEER SUBJECT microseconds}
 * @param output the folder for CSV and JSON
 * @param root the folder of the command {@code planish}
 */
record Arguments(
    boolean quick,
    boolean runs,
    List<String> only,
    Optional<Path> floors,
    Optional<Path> peerData,
    Optional<Path> peers,
    Path output,
    Path root) {
  /** The name of what {@link SameDensities} measures. */
  static final String SAME_DENSITY = "same-density";

  /** The name of what {@link ShellToSummary} measures. */
  static final String SHELL_TO_SUMMARY = "shell-to-summary";

  /** What is measured beside subjects, by names. */
  static final List<String> OTHERS = List.of(SAME_DENSITY, SHELL_TO_SUMMARY);

  static Arguments of(String[] given) {
    boolean quick = false;
    boolean runs = true;
    List<String> only = new ArrayList<>();
    Optional<Path> floors = Optional.empty();
    Optional<Path> peerData = Optional.empty();
    Optional<Path> peers = Optional.empty();
    Path output = Path.of("target");
    Path root = Path.of("");
    for (int k = 0; k < given.length; k++) {
      switch (given[k]) {
        case "quick" -> quick = true;
        case "full" -> quick = false;
        case "no-runs" -> runs = false;
        case "only" -> only.add(given[++k]);
        case "floors" -> floors = Optional.of(Path.of(given[++k]));
        case "data" -> peerData = Optional.of(Path.of(given[++k]));
        case "peers" -> peers = Optional.of(Path.of(given[++k]));
        case "output" -> output = Path.of(given[++k]);
        case "root" -> root = Path.of(given[++k]);
        default -> throw new IllegalArgumentException("unknown argument " + given[k]);
      }
    }
    return new Arguments(quick, runs, only, floors, peerData, peers, output, root);
  }

  /** {@return the names of the subjects that are measured} */
  List<String> subjects() {
    return wanted(Subjects.names());
  }

  /** {@return the names of the models of which is measured how long they take to be ready} */
  List<String> readied() {
    return wanted(ReadyModels.names());
  }

  /** {@return the names of what else is measured} */
  List<String> others() {
    return wanted(runs ? OTHERS : List.of(SAME_DENSITY));
  }

  private List<String> wanted(List<String> names) {
    return names.stream()
        .filter(name -> only.isEmpty() || only.stream().anyMatch(name::contains))
        .toList();
  }
}
