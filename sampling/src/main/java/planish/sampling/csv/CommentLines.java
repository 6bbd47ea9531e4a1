package planish.sampling.csv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what the comments of one file say. */
final class CommentLines {
  private static final Pattern TIME =
      Pattern.compile("#\\s*(?:Elapsed Time:)?\\s*([0-9.eE+-]+) seconds \\((.+)\\)\\s*");
  private static final String DEFAULT = "(Default)";
  private static final String STEP_SIZE = "Step size =";

  /** A section that following lines may stand in, by their indentation. */
  private record Section(int indent, String path) {}

  private final Map<String, String> entries = new LinkedHashMap<>();
  private final Map<String, Double> times = new LinkedHashMap<>();
  private final Deque<Section> sections = new ArrayDeque<>();
  private final List<double[]> metric = new ArrayList<>();
  private double stepSize = Double.NaN;
  private boolean adapted;
  private boolean diagonal;
  private int rowsToCome;

  /** A comment before the column line. */
  void configuration(String line) {
    String text = line.substring(1);
    String content = text.strip();
    int indent = text.indexOf(content);
    while (!sections.isEmpty() && sections.peek().indent() >= indent) {
      sections.pop();
    }
    String path = sections.isEmpty() ? "" : sections.peek().path() + ".";
    int equals = content.indexOf('=');
    if (equals >= 0) {
      entries.putIfAbsent(path + content.substring(0, equals).strip(), value(content, equals));
    } else if (!content.isEmpty()) {
      sections.push(new Section(indent, path + content));
    }
  }

  private static String value(String content, int equals) {
    String value = content.substring(equals + 1).strip();
    return value.endsWith(DEFAULT)
        ? value.substring(0, value.length() - DEFAULT.length()).strip()
        : value;
  }

  /**
   * A comment after the column line.
   *
   * @throws NumberFormatException if a number of the adaptation or of a time is none
   */
  void after(String line) {
    String content = line.substring(1).strip();
    Matcher time = TIME.matcher(line);
    if (content.equals("Adaptation terminated")) {
      adapted = true;
    } else if (adapted && content.startsWith(STEP_SIZE)) {
      stepSize = Double.parseDouble(content.substring(STEP_SIZE.length()));
    } else if (adapted && content.endsWith("lements of inverse mass matrix:")) {
      diagonal = content.startsWith("Diagonal");
      rowsToCome = 1;
    } else if (rowsToCome > 0) {
      metricRow(content);
    } else if (time.matches()) {
      times.put(time.group(2), Double.valueOf(time.group(1)));
    }
  }

  private void metricRow(String content) {
    double[] row =
        content.isEmpty()
            ? new double[0]
            : Arrays.stream(content.split(",")).mapToDouble(Double::parseDouble).toArray();
    metric.add(row);
    rowsToCome = diagonal ? 0 : row.length - metric.size();
  }

  /** {@return whether the adaptation's end was told} */
  boolean adapted() {
    return adapted;
  }

  Configuration configuration() {
    return new Configuration(entries);
  }

  Adaptation adaptation() {
    return new Adaptation(stepSize, diagonal, metric.toArray(double[][]::new));
  }

  Map<String, Double> times() {
    return times;
  }
}
