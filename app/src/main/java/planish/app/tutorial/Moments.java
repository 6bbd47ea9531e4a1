package planish.app.tutorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import planish.diagnostics.Draws;
import planish.diagnostics.MonteCarloError;

/**
 * How far the means of some numbers, and their squared distances from their true means, are from
 * the exact ones; one entry for each component of each variable whose moments are known.
 *
 * @param errors estimate − truth
 * @param standardErrors the estimates' Monte Carlo standard errors
 */
record Moments(double[] errors, double[] standardErrors) {
  static Moments of(Draws draws, Setting setting) {
    List<double[]> found = new ArrayList<>();
    for (Variable variable : setting.variables()) {
      if (variable.truth().known()) {
        add(found, Figures.columns(draws, variable.name()), variable.truth());
      }
    }
    return new Moments(
        found.stream().mapToDouble(pair -> pair[0]).toArray(),
        found.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private static void add(List<double[]> found, List<double[][]> columns, Truth truth) {
    for (int k = 0; k < columns.size(); k++) {
      double mean = truth.mean(k);
      double[][] away = map(columns.get(k), x -> x - mean);
      found.add(pair(away, 0));
      found.add(pair(map(away, x -> x * x), truth.variance(k)));
    }
  }

  private static double[][] map(double[][] chains, DoubleUnaryOperator by) {
    return Arrays.stream(chains)
        .map(chain -> Arrays.stream(chain).map(by).toArray())
        .toArray(double[][]::new);
  }

  private static double[] pair(double[][] chains, double truth) {
    double mean =
        Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow() - truth;
    return new double[] {mean, MonteCarloError.mean(chains)};
  }

  /**
   * {@return the largest error of the estimates of all runs together, in their Monte Carlo standard
   * errors}
   *
   * @param runs of the same setting, independent and of equal length
   */
  static double largest(List<Moments> runs) {
    double largest = 0;
    for (int k = 0; k < runs.getFirst().errors.length; k++) {
      double error = 0;
      double variance = 0;
      for (Moments run : runs) {
        error += run.errors[k];
        variance += run.standardErrors[k] * run.standardErrors[k];
      }
      largest = Math.max(largest, Math.abs(error) / Math.sqrt(variance));
    }
    return largest;
  }
}
