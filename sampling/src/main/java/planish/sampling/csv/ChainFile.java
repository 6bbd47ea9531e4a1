package planish.sampling.csv;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planish.spi.UserException;

/** Reads one file. */
final class ChainFile {
  private static final List<String> METHODS_WITH_DRAWS =
      List.of("sample", "generate_quantities", "pathfinder", "laplace");

  private final Path path;
  private final CommentLines comments = new CommentLines();
  private final List<String> notes = new ArrayList<>();
  private List<String> columns = List.of();
  private double[] row = {};
  private DrawTable warmup = new DrawTable(0);
  private DrawTable draws = new DrawTable(0);

  private ChainFile(Path path) {
    this.path = path;
  }

  static ChainFile read(Path path) {
    ChainFile chain = new ChainFile(path);
    try (InputStream in = new FileInputStream(path.toFile())) {
      chain.read(new ByteLines(in));
    } catch (IOException e) {
      throw new UserException("cannot read " + path + ": " + e.getMessage(), e);
    }
    return chain;
  }

  private void read(ByteLines lines) throws IOException {
    while (lines.next()) {
      if (!lines.isTerminated() && !lines.isComment() && !columns.isEmpty()) {
        notes.add(
            path
                + ", line "
                + lines.number()
                + ": the last line is cut off, as an interrupted run leaves it; it is not used");
      } else if (!lines.isBlank()) {
        line(lines);
      }
    }
    if (columns.isEmpty()) {
      throw new UserException(
          path
              + " is not a Stan CSV file, or was cut off at its beginning: expected a line of"
              + " column names after the comments, but the file has none");
    }
    checkMethod();
    separateWarmup();
  }

  private void line(ByteLines lines) {
    try {
      if (!lines.isComment()) {
        data(lines);
      } else if (columns.isEmpty()) {
        comments.configuration(lines.text());
      } else {
        comment(lines);
      }
    } catch (NumberFormatException e) {
      throw wrong(lines, "expected a number", "'" + lines.text() + "'");
    }
  }

  private void comment(ByteLines lines) {
    boolean before = comments.adapted();
    comments.after(lines.text());
    if (!before && comments.adapted()) {
      warmup = draws;
      draws = new DrawTable(columns.size());
    }
  }

  private void data(ByteLines lines) {
    if (columns.isEmpty()) {
      names(lines);
      return;
    }
    byte[] bytes = lines.bytes();
    int from = lines.start();
    int count = 0;
    for (int k = from; k <= lines.end(); k++) {
      if (k == lines.end() || bytes[k] == ',') {
        if (count < row.length) {
          row[count] = number(lines, from, k, count);
        }
        count++;
        from = k + 1;
      }
    }
    if (count != row.length) {
      throw wrong(lines, "expected " + row.length + " numbers, one a column", "" + count);
    }
    draws.add(row);
  }

  private double number(ByteLines lines, int from, int to, int column) {
    try {
      return DecimalText.parse(lines.bytes(), from, to);
    } catch (NumberFormatException e) {
      String field = new String(lines.bytes(), from, to - from, StandardCharsets.UTF_8);
      throw wrong(
          lines, "expected a number in column '" + columns.get(column) + "'", "'" + field + "'");
    }
  }

  private void names(ByteLines lines) {
    columns = Columns.split(lines.text());
    if (columns.contains("")) {
      throw wrong(lines, "expected names of columns", "an empty one");
    }
    if (columns.stream().distinct().count() < columns.size()) {
      throw wrong(lines, "expected each column's name once", "one of them twice");
    }
    row = new double[columns.size()];
    warmup = new DrawTable(columns.size());
    draws = new DrawTable(columns.size());
  }

  private UserException wrong(ByteLines lines, String expected, String found) {
    return new UserException(
        path + ", line " + lines.number() + ": " + expected + ", but found " + found);
  }

  private void checkMethod() {
    String method = comments.configuration().find("method").orElse("sample");
    if (!METHODS_WITH_DRAWS.contains(method)) {
      throw new UserException(
          path
              + " is the output of CmdStan's method '"
              + method
              + "', which has no draws to judge; expected one of "
              + String.join(", ", METHODS_WITH_DRAWS));
    }
  }

  /** Without an adaptation's end, saved warm-up draws are known by their number alone. */
  private void separateWarmup() {
    Configuration configuration = comments.configuration();
    boolean saved =
        configuration.find("save_warmup").filter(value -> value.matches("1|true")).isPresent();
    boolean fixed = configuration.find("algorithm").filter("fixed_param"::equals).isPresent();
    if (!comments.adapted() && saved && !fixed) {
      int thin = Math.max(1, configuration.integer("thin", 1));
      int count = Math.ceilDiv(configuration.integer("num_warmup", 0), thin);
      warmup = draws.takeFirst(Math.min(count, draws.rows()));
    }
  }

  Path path() {
    return path;
  }

  List<String> columns() {
    return columns;
  }

  /** {@return how many of the columns are the sampler's} */
  int statistics() {
    int counted = (int) columns.stream().takeWhile(name -> name.endsWith("__")).count();
    int told = comments.configuration().integer(StanCsvWriter.STATISTIC_COLUMNS, counted);
    return Math.min(told, columns.size());
  }

  DrawTable warmup() {
    return warmup;
  }

  DrawTable draws() {
    return draws;
  }

  StanCsvFile facts() {
    return new StanCsvFile(
        path,
        comments.configuration(),
        comments.adapted() ? Optional.of(comments.adaptation()) : Optional.empty(),
        comments.times(),
        warmup.rows(),
        draws.rows(),
        notes);
  }
}
