package planish.app.tutorial;

import java.util.List;
import planish.diagnostics.Draws;
import planish.diagnostics.SamplerDiagnostics;
import planish.diagnostics.Summary;
import planish.diagnostics.Verdict;

/**
 * What one chain of a setting gave; its draws are not kept.
 *
 * @param figures one for each of the setting's variables, in order
 * @param draws their number
 * @param divergences among the draws
 * @param saturated draws whose tree reached the maximum depth
 * @param verdict on them
 */
record Chain(List<Figures> figures, int draws, int divergences, int saturated, Verdict verdict) {
  /** {@return what the first chain of the draws gives by itself} */
  static Chain first(Draws all, Setting setting) {
    Draws draws = firstChain(all);
    return new Chain(
        setting.variables().stream().map(v -> Figures.of(draws, v.name())).toList(),
        draws.draws(),
        SamplerDiagnostics.divergences(draws),
        SamplerDiagnostics.saturatedTrees(draws, setting.maxTreeDepth()),
        Verdict.of(draws, Summary.of(draws)));
  }

  private static Draws firstChain(Draws all) {
    double[][] values = new double[all.columnNames().size()][];
    for (int k = 0; k < values.length; k++) {
      values[k] = all.column(k)[0];
    }
    double[][] statistics =
        all.statisticNames().stream().map(name -> all.statistic(name)[0]).toArray(double[][]::new);
    return new Draws(
        all.quantities(),
        all.statisticNames(),
        new double[][][] {values},
        new double[][][] {statistics});
  }

  /** {@return the largest split R-hat of all the setting's variables} */
  double largestRHat() {
    return figures.stream().mapToDouble(Figures::rHat).max().orElseThrow();
  }

  /** {@return whether anything but divergences stands against the chain} */
  boolean faultedButForDivergences() {
    return verdict.reasons().stream().anyMatch(reason -> !reason.equals("divergences"));
  }
}
