package planish.app.tutorial;

import java.util.Arrays;
import planish.diagnostics.Draws;
import planish.diagnostics.EffectiveSampleSize;
import planish.diagnostics.Quantity;
import planish.diagnostics.RHat;
import planish.diagnostics.SamplerDiagnostics;
import planish.diagnostics.Summary;
import planish.diagnostics.Verdict;

/**
 * What one chain of a setting gave.
 *
 * @param draws the draws
 * @param divergences among the draws
 * @param saturated draws whose tree reached the maximum depth
 * @param verdict on them
 */
record Chain(Draws draws, int divergences, int saturated, Verdict verdict) {
  static Chain of(Draws draws, int maxTreeDepth) {
    return new Chain(
        draws,
        SamplerDiagnostics.divergences(draws),
        SamplerDiagnostics.saturatedTrees(draws, maxTreeDepth),
        Verdict.of(draws, Summary.of(draws)));
  }

  /** {@return the largest split R-hat of a variable's components, as the tutorial prints it} */
  double rHat(String variable) {
    return columns(variable).mapToDouble(RHat::split).max().orElseThrow();
  }

  /** {@return the least bulk effective sample size of a variable's components} */
  double leastEss(String variable) {
    return columns(variable).mapToDouble(EffectiveSampleSize::bulk).min().orElseThrow();
  }

  /** {@return the draws of each of a variable's components} */
  double[][] components(String variable) {
    return columns(variable).map(chains -> chains[0]).toArray(double[][]::new);
  }

  private java.util.stream.Stream<double[][]> columns(String variable) {
    Quantity quantity =
        draws.quantities().stream()
            .filter(q -> q.name().equals(variable))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(quantity.elements().toArray(String[]::new)).map(draws::column);
  }
}
