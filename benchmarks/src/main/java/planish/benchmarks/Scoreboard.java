package planish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures all subjects, and prints one table. */
public final class Scoreboard {
  private static final String ROW = "%-38s %9s %6s %9s %7s %9s %7s  %s%n";

  private Scoreboard() {}

  /**
   * Measures.
   *
   * @param arguments {@code full} or {@code quick}; then, if NumPyro was measured, a file of lines
   *     {@code SUBJECT microseconds}
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Map<String, Double> numpyro = arguments.length > 1 ? read(Path.of(arguments[1])) : Map.of();
    Collection<RunResult> results = new Runner(options(arguments[0].equals("quick"))).run();
    Map<String, Double> gradients = new HashMap<>();
    Map<String, Double> leapfrogs = new HashMap<>();
    for (RunResult result : results) {
      String subject = result.getParams().getParam("subject");
      if (result.getParams().getBenchmark().endsWith(".gradient")) {
        gradients.put(subject, median(result.getPrimaryResult()));
      } else {
        leapfrogs.put(subject, 1e6 / median(result.getSecondaryResults().get("leapfrogs")));
      }
    }
    print(gradients, leapfrogs, numpyro);
  }

  /** Of all iterations of all forks: one of them may have shared the processor. */
  private static double median(Result<?> result) {
    return result.getStatistics().getPercentile(50);
  }

  /** By fork, code can come out fast or slow: one fork says little. */
  private static org.openjdk.jmh.runner.options.Options options(boolean quick) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("planish\\.benchmarks\\..*Benchmark")
            .jvmArgsAppend("--add-modules", "jdk.incubator.vector")
            .shouldDoGC(true);
    return quick
        ? options
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(500))
            .build()
        : options
            .forks(5)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(4)
            .measurementTime(TimeValue.seconds(1))
            .build();
  }

  private static Map<String, Double> read(Path file) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(" ");
      if (!fields[0].equals("versions")) {
        numbers.put(fields[0], Double.valueOf(fields[1]));
      }
    }
    return numbers;
  }

  private static void print(
      Map<String, Double> gradients, Map<String, Double> leapfrogs, Map<String, Double> numpyro) {
    System.out.println();
    System.out.println("Microseconds, medians over all iterations of all forks.");
    System.out.printf(
        ROW, "", "gradient", "target", "leapfrog", "own", "NumPyro", "ratio", "Stan 2.35 gradient");
    for (Subject subject : Subject.values()) {
      double gradient = gradients.get(subject.name());
      double leapfrog = leapfrogs.get(subject.name());
      Double theirs = numpyro.get(subject.name());
      System.out.printf(
          ROW,
          subject.label(),
          number(gradient),
          number(subject.target()),
          number(leapfrog),
          number(leapfrog - gradient),
          theirs == null ? "-" : number(theirs),
          theirs == null ? "-" : number(leapfrog / theirs),
          subject.stan());
    }
    System.out.println(
        "own: what a leapfrog step takes beyond the gradient. NumPyro: a leapfrog step in float64,"
            + " measured in the same run; ratio: our leapfrog to NumPyro's. Stan: measured earlier,"
            + " on a shared two-core machine.");
  }

  private static String number(double x) {
    return String.format(Locale.ROOT, x < 9.995 ? "%.2f" : "%.1f", x);
  }
}
