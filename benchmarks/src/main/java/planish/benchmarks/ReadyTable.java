package planish.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** The way from a model to its first gradient, stage by stage, for people and for programs. */
final class ReadyTable {
  private static final List<String> COLUMNS =
      List.of(
          "trace", "rewrite", "compile", "heap", "kept", "coldTrace", "coldRewrite", "coldCompile");

  private final Map<String, double[]> rows = new LinkedHashMap<>();

  /** Takes what was found of a model: medians over forks. */
  void add(RunResult result) {
    double[] row = new double[COLUMNS.size()];
    for (int k = 0; k < row.length; k++) {
      String column = COLUMNS.get(k);
      row[k] =
          median(
              result.getBenchmarkResults().stream()
                  .mapToDouble(fork -> score(fork, column))
                  .toArray());
    }
    rows.put(result.getParams().getParam("subject"), row);
  }

  private static double score(BenchmarkResult fork, String column) {
    return fork.getSecondaryResults().get(column).getScore();
  }

  private static double median(double[] numbers) {
    Arrays.sort(numbers);
    return (numbers[(numbers.length - 1) / 2] + numbers[numbers.length / 2]) / 2;
  }

  void print(PrintStream out) {
    out.println();
    out.println("From a model to its first gradient, stage by stage: milliseconds.");
    Tables.line(
        out, "", "ready", "trace", "rewrite", "compile", "heap MB", "kept MB", "cold", "trace",
        "rewrite", "compile");
    rows.forEach((name, row) -> print(out, name, row));
    double[] middle = new double[COLUMNS.size()];
    double[] warm = examples(row -> row[0] + row[1] + row[2]);
    if (warm.length > 1) {
      Arrays.setAll(middle, k -> median(examples(row -> row[k])));
      print(
          out,
          "median of the examples",
          middle,
          median(warm),
          median(examples(row -> row[5] + row[6] + row[7])));
    }
    out.println(
        """
        trace: the model is run, its data are looked at; rewrite: all rewrites; compile: the gradient is
        derived, laid out and made plain code, and evaluated once. heap: allocated on that way; kept:
        stays as long as the posterior does. cold: the first time in a Java runtime; all else after 20
        times or more, the least of seven.\
        """);
  }

  private double[] examples(java.util.function.ToDoubleFunction<double[]> value) {
    return rows.entrySet().stream()
        .filter(row -> ReadyModels.isExample(row.getKey()))
        .mapToDouble(row -> value.applyAsDouble(row.getValue()))
        .toArray();
  }

  private static void print(PrintStream out, String name, double[] row) {
    print(out, name, row, row[0] + row[1] + row[2], row[5] + row[6] + row[7]);
  }

  private static void print(PrintStream out, String name, double[] row, double warm, double cold) {
    List<String> cells = new ArrayList<>(List.of(name, Tables.number(warm)));
    for (int k = 0; k < row.length; k++) {
      if (k == 5) {
        cells.add(Tables.number(cold));
      }
      cells.add(Tables.number(k == 3 || k == 4 ? row[k] * 1e-6 : row[k]));
    }
    Tables.line(out, cells.toArray(String[]::new));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** {@return the numbers as CSV: milliseconds and bytes} */
  String csv() {
    StringBuilder text = new StringBuilder("model," + String.join(",", COLUMNS));
    rows.forEach((name, row) -> {
      text.append('\n').append(name);
      Arrays.stream(row).forEach(number -> text.append(',').append(number));
    });
    return text.append('\n').toString();
  }
}
