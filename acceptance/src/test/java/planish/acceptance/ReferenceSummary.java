package planish.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

  /** These files hold flat lists only, each on a line. */
  private String list(String key) {
    Matcher list = Pattern.compile("\"" + key + "\": \\[([^]]*)]").matcher(json);
    return list.results().map((MatchResult m) -> m.group(1)).findFirst().orElseThrow();
  }
}
