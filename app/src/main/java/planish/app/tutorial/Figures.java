package planish.app.tutorial;

import java.util.Arrays;
import java.util.List;
import planish.diagnostics.Draws;
import planish.diagnostics.EffectiveSampleSize;
import planish.diagnostics.Quantity;
import planish.diagnostics.RHat;

/**
 * What one chain says of one variable.
 *
 * @param rHat the largest split R-hat of its components, as the tutorial prints it
 * @param leastEss the least bulk effective sample size of its components
 * @param means of each component
 * @param squares the mean of each component's squares
 */
record Figures(double rHat, double leastEss, double[] means, double[] squares) {
  static Figures of(Draws draws, String variable) {
    List<double[][]> columns = columns(draws, variable);
    return new Figures(
        columns.stream().mapToDouble(RHat::split).max().orElseThrow(),
        columns.stream().mapToDouble(EffectiveSampleSize::bulk).min().orElseThrow(),
        columns.stream().mapToDouble(chains -> mean(chains[0])).toArray(),
        columns.stream()
            .mapToDouble(chains -> mean(Arrays.stream(chains[0]).map(x -> x * x).toArray()))
            .toArray());
  }

  /** {@return each component's draws: {@code [chain][draw]}} */
  static List<double[][]> columns(Draws draws, String variable) {
    Quantity quantity =
        draws.quantities().stream()
            .filter(q -> q.name().equals(variable))
            .findFirst()
            .orElseThrow();
    return quantity.elements().stream().map(draws::column).toList();
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  /** {@return each component's standard deviation over several chains of equal length together} */
  static double[] pooledSds(List<Figures> chains, int draws) {
    double[] sds = new double[chains.getFirst().means.length];
    double all = (double) draws * chains.size();
    for (int k = 0; k < sds.length; k++) {
      int component = k;
      double mean = chains.stream().mapToDouble(f -> f.means[component]).average().orElseThrow();
      double square =
          chains.stream().mapToDouble(f -> f.squares[component]).average().orElseThrow();
      sds[k] = Math.sqrt((square - mean * mean) * all / (all - 1));
    }
    return sds;
  }
}
