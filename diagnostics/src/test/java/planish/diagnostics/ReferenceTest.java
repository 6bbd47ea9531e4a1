package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.diagnostics.numeric.Moments;

/** Every diagnostic against R's posterior 1.4.0 on the same draws. */
class ReferenceTest {
  private static final double RELATIVE = 1e-9;

  private static final Map<String, ToDoubleFunction<double[][]>> MEASURES = measures();

  private static Map<String, ToDoubleFunction<double[][]>> measures() {
    Map<String, ToDoubleFunction<double[][]>> all = new LinkedHashMap<>();
    all.put("rhat", RHat::rankNormalized);
    all.put("rhat_basic", RHat::split);
    all.put("ess_bulk", EffectiveSampleSize::bulk);
    all.put("ess_tail", EffectiveSampleSize::tail);
    all.put("ess_mean", EffectiveSampleSize::mean);
    all.put("ess_sd", EffectiveSampleSize::sd);
    all.put("ess_median", EffectiveSampleSize::median);
    all.put("ess_q01", chains -> EffectiveSampleSize.quantile(chains, 0.01));
    all.put("ess_q05", chains -> EffectiveSampleSize.quantile(chains, 0.05));
    all.put("ess_q25", chains -> EffectiveSampleSize.quantile(chains, 0.25));
    all.put("ess_q95", chains -> EffectiveSampleSize.quantile(chains, 0.95));
    all.put("ess_q100", chains -> EffectiveSampleSize.quantile(chains, 1));
    all.put("mcse_mean", MonteCarloError::mean);
    all.put("mcse_sd", MonteCarloError::sd);
    all.put("mcse_q01", chains -> MonteCarloError.quantile(chains, 0.01));
    all.put("mcse_q05", chains -> MonteCarloError.quantile(chains, 0.05));
    all.put("mcse_median", chains -> MonteCarloError.quantile(chains, 0.5));
    all.put("mcse_q75", chains -> MonteCarloError.quantile(chains, 0.75));
    all.put("mcse_q95", chains -> MonteCarloError.quantile(chains, 0.95));
    all.put("mean", chains -> Moments.mean(Chains.pooled(chains)));
    all.put("sd", chains -> Math.sqrt(Moments.variance(Chains.pooled(chains))));
    all.put("median", chains -> Quantiles.median(Chains.sorted(chains)));
    all.put("q05", chains -> Quantiles.of(Chains.sorted(chains), 0.05));
    all.put("q95", chains -> Quantiles.of(Chains.sorted(chains), 0.95));
    return all;
  }

  static Stream<String> cases() {
    return Reference.draws().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPosterior(String name) {
    double[][] chains = Reference.draws(name);
    Map<String, Double> expected = Reference.values(name);
    assertThat(expected.keySet()).isEqualTo(MEASURES.keySet());
    SoftAssertions softly = new SoftAssertions();
    expected.forEach((measure, value) -> {
      double actual = MEASURES.get(measure).applyAsDouble(chains);
      if (name.equals("stuck") && measure.startsWith("rhat")) {
        // nothing within: a number of 1e15 and more in R, where the variance is a rounding error
        softly.assertThat(Math.min(value, actual)).as(measure).isGreaterThan(1e10);
      } else if (Double.isFinite(value)) {
        softly.assertThat(actual).as(measure).isCloseTo(value, near(value));
      } else {
        softly.assertThat(actual).as(measure).isEqualTo(value);
      }
    });
    softly.assertAll();
  }

  private static Offset<Double> near(double value) {
    return within(RELATIVE * Math.max(1, Math.abs(value)));
  }

  @Test
  void thereAreCasesOfEveryKind() {
    assertThat(cases())
        .contains("iid", "correlated", "drifting", "heavy", "constant", "counts", "odd", "single");
  }
}
