package planish.benchmarks;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import planish.autodiff.rewrite.Rewrites;

/** What was found of one subject: for each measure a number of each fork. */
final class Row {
  private final Subject subject;
  private final Map<Measure, double[]> byFork = new EnumMap<>(Measure.class);
  private double effective;
  private double milliseconds;
  private long form;

  Row(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  void put(Measure measure, double[] numbers) {
    if (Arrays.stream(numbers).allMatch(x -> x > 0)) {
      byFork.put(measure, numbers);
    }
  }

  void putRun(double leastEffective, double time) {
    effective = leastEffective;
    milliseconds = time;
  }

  /** Notes which graph the model leaves after the rewrites. */
  void noteForm() {
    form = subject.group().isEmpty() ? 0 : Forms.of(subject.model(), Rewrites.all()).number();
  }

  /** {@return a number that is the same for forms of a model that leave one graph} */
  long form() {
    return form;
  }

  /** {@return the median over forks, NaN if it was not measured} */
  double median(Measure measure) {
    return byFork.containsKey(measure) ? median(byFork.get(measure)) : Double.NaN;
  }

  /** {@return the greatest of all forks, NaN if it was not measured} */
  double greatest(Measure measure) {
    return byFork.containsKey(measure)
        ? Arrays.stream(byFork.get(measure)).max().orElseThrow()
        : Double.NaN;
  }

  /** {@return the median over forks of the ratio within a fork, NaN if one was not measured} */
  double ratio(Measure above, Measure below) {
    double[] a = byFork.get(above);
    double[] b = byFork.get(below);
    if (a == null || b == null) {
      return Double.NaN;
    }
    double[] ratios = new double[a.length];
    Arrays.setAll(ratios, k -> a[k] / b[k]);
    return median(ratios);
  }

  /** {@return effective draws a second of a default run, NaN if there was none} */
  double effectivePerSecond() {
    return milliseconds > 0 ? effective / milliseconds * 1e3 : Double.NaN;
  }

  /** {@return milliseconds of a default run, NaN if there was none} */
  double runTime() {
    return milliseconds > 0 ? milliseconds : Double.NaN;
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
