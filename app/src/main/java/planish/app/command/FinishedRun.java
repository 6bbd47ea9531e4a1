package planish.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import planish.diagnostics.Draws;
import planish.sampling.csv.Configuration;
import planish.sampling.csv.StanCsvFile;
import planish.sampling.csv.StanCsvReader;
import planish.sampling.csv.StanCsvRun;

/**
 * A run that is read from its CSV files.
 *
 * @param draws its draws
 * @param about how its model was made, as texts by name; of another model's run nothing
 * @param places its files
 * @param notes what a person should know of them
 */
record FinishedRun(Draws draws, Map<String, String> about, String places, List<String> notes) {
  /** How the keys begin, in a file's head, of what is told about the model. */
  static final String ABOUT = "model.";

  /**
   * {@return the run in these places}
   *
   * @param model whose run it is: of several in a folder, the one of that name; of another model's
   *     there is a note
   * @throws planish.spi.UserException if there is no such run, or its files cannot be read
   */
  static FinishedRun read(List<Path> places, String model) {
    StanCsvRun run = StanCsvReader.read(RunFolder.files(places, model));
    Configuration head = run.files().getFirst().configuration();
    String sampled = head.entries().getOrDefault("model", model);
    List<String> notes = new ArrayList<>(run.notes());
    if (!sampled.equals(model)) {
      notes.add("the draws are of model '" + sampled + "', not of '" + model + "'");
    }
    return new FinishedRun(
        run.draws(),
        sampled.equals(model) ? about(head) : Map.of(),
        run.files().stream()
            .map(StanCsvFile::path)
            .map(Path::toString)
            .collect(Collectors.joining(" ")),
        notes);
  }

  private static Map<String, String> about(Configuration head) {
    Map<String, String> about = new LinkedHashMap<>();
    head.entries()
        .forEach((key, text) -> {
          if (key.startsWith(ABOUT)) {
            about.put(key.substring(ABOUT.length()), text);
          }
        });
    return about;
  }
}
