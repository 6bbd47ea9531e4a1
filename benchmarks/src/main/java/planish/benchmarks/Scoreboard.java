package planish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the subjects; prints tables, and writes the numbers to files. */
public final class Scoreboard {
  private Scoreboard() {}

  /** Measures; see {@link Arguments}. */
  public static void main(String[] given) throws RunnerException, IOException {
    Arguments arguments = Arguments.of(given);
    List<String> names = arguments.subjects();
    List<String> readied = arguments.readied();
    List<String> others = arguments.others();
    if (names.isEmpty() && readied.isEmpty() && others.isEmpty()) {
      System.err.println(
          "benchmarks/run: no model's name contains "
              + String.join(" or ", arguments.only())
              + "; there are "
              + String.join(", ", Subjects.names())
              + ", "
              + String.join(", ", ReadyModels.names())
              + ", "
              + String.join(", ", Arguments.OTHERS));
      System.exit(2);
    }
    if (arguments.peerData().isPresent()) {
      PeerData.write(arguments.peerData().get(), arguments);
      return;
    }
    if (Subjects.posteriordb().isEmpty()) {
      System.out.println("gp-pois-regr is left out: PLANISH_POSTERIORDB names no folder.");
    }
    System.out.println("What JMH says meanwhile: " + arguments.output() + "/jmh-*.log");
    Files.createDirectories(arguments.output());
    if (!names.isEmpty()) {
      measure(arguments, names);
    }
    if (!readied.isEmpty()) {
      ReadyTable table = new ReadyTable();
      new Runner(ready(arguments, readied)).run().forEach(table::add);
      table.print(System.out);
      Files.writeString(arguments.output().resolve("ready.csv"), table.csv());
    }
    if (others.contains(Arguments.SAME_DENSITY)) {
      SameDensities.print(System.out);
    }
    if (others.contains(Arguments.SHELL_TO_SUMMARY)) {
      ShellToSummary.of(arguments.root()).print(System.out);
    }
  }

  private static void measure(Arguments arguments, List<String> names)
      throws RunnerException, IOException {
    Map<String, Row> rows = new LinkedHashMap<>();
    names.forEach(name -> rows.put(name, new Row(Subjects.named(name))));
    for (RunResult result : new Runner(gradients(arguments, names)).run()) {
      read(rows.get(result.getParams().getParam("subject")), result);
    }
    List<String> sampled =
        names.stream()
            .filter(name -> rows.get(name).subject().kind() == Subject.Kind.FULL)
            .toList();
    if (arguments.runs() && !sampled.isEmpty()) {
      for (RunResult result : new Runner(runs(arguments, sampled)).run()) {
        readRun(rows.get(result.getParams().getParam("subject")), result);
      }
    }
    Peers peers = Peers.read(arguments.peers());
    List<Row> all = new ArrayList<>(rows.values());
    all.forEach(Row::noteForm);
    new Tables(all, peers).print(System.out);
    new Records(all, peers).write(arguments.output());
  }

  /** Of each fork the least of all slices. */
  private static void read(Row row, RunResult result) {
    for (Measure measure : Measure.values()) {
      row.put(
          measure,
          result.getBenchmarkResults().stream()
              .mapToDouble(fork -> least(fork, measure.key()))
              .toArray());
    }
  }

  private static double least(BenchmarkResult fork, String key) {
    double least = Double.POSITIVE_INFINITY;
    for (IterationResult iteration : fork.getIterationResults()) {
      least = Math.min(least, iteration.getSecondaryResults().get(key).getScore());
    }
    return least;
  }

  /** The run whose effective draws a second are the median of all. */
  private static void readRun(Row row, RunResult result) {
    List<double[]> runs = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        var found = iteration.getSecondaryResults();
        double effective = found.get("effective").getScore();
        runs.add(new double[] {effective, found.get("milliseconds").getScore()});
      }
    }
    runs.sort(Comparator.comparingDouble(run -> run[0] / run[1]));
    double[] median = runs.get(runs.size() / 2);
    row.putRun(median[0], median[1]);
  }

  /** What JMH says on the way goes to a file, so that the tables can be found. */
  private static ChainedOptionsBuilder common(Arguments arguments, List<String> names, String log) {
    return new OptionsBuilder()
        .output(arguments.output().resolve(log).toString())
        .param("subject", names.toArray(String[]::new))
        .jvmArgsAppend(machineOptions(arguments))
        .shouldFailOnError(true);
  }

  /** All at once: JMH keeps only what it was given last. */
  private static String[] machineOptions(Arguments arguments) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    options.add("--enable-native-access=ALL-UNNAMED");
    arguments.floors().ifPresent(path -> options.add("-D" + GradientBenchmark.FLOORS + "=" + path));
    return options.toArray(String[]::new);
  }

  /** By fork, code can come out fast or slow: one fork says little. */
  private static org.openjdk.jmh.runner.options.Options gradients(
      Arguments arguments, List<String> names) {
    ChainedOptionsBuilder options =
        common(arguments, names, "jmh-gradients.log").include(GradientBenchmark.class.getName());
    return arguments.quick()
        ? options
            .forks(1)
            .warmupIterations(1)
            .warmupTime(TimeValue.seconds(3))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(400))
            .build()
        : options
            .forks(5)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(4)
            .measurementTime(TimeValue.milliseconds(750))
            .build();
  }

  private static org.openjdk.jmh.runner.options.Options ready(
      Arguments arguments, List<String> names) {
    return common(arguments, names, "jmh-ready.log")
        .include(ReadyBenchmark.class.getName())
        .forks(arguments.quick() ? 1 : 3)
        .warmupIterations(0)
        .measurementIterations(1)
        .build();
  }

  private static org.openjdk.jmh.runner.options.Options runs(
      Arguments arguments, List<String> names) {
    return common(arguments, names, "jmh-runs.log")
        .include(RunBenchmark.class.getName())
        .forks(1)
        .warmupIterations(arguments.quick() ? 1 : 3)
        .measurementIterations(arguments.quick() ? 1 : 5)
        .build();
  }
}
