package planish.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One of posteriordb's reference summaries: arrays of numbers that run parallel to the names. */
final class ReferenceSummary {
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private final String json;
  private final List<String> names;

  private ReferenceSummary(String json) {
    this.json = json;
    this.names = TEXT.matcher(list("parameters")).results().map(m -> m.group(1)).toList();
  }

  static ReferenceSummary read(Path folder, String posterior) throws IOException {
    return new ReferenceSummary(
        Files.readString(folder.resolve("reference").resolve(posterior + ".json")));
  }

  List<String> names() {
    return names;
  }

  double value(String key, String name) {
    return numbers(key).get(names.indexOf(name));
  }

  private List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    for (String text : list(key).split(",")) {
      numbers.add(Double.valueOf(text.strip()));
    }
    return numbers;
  }

  /** These files hold flat lists only, each on a line; names have brackets of their own. */
  private String list(String key) {
    Pattern line = Pattern.compile("^ \"" + key + "\": \\[(.*)],?$", Pattern.MULTILINE);
    return line.matcher(json).results().map(m -> m.group(1)).findFirst().orElseThrow();
  }
}
