package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import planish.diagnostics.Draws;
import planish.diagnostics.EffectiveSampleSize;
import planish.diagnostics.ElementSummary;
import planish.diagnostics.MonteCarloError;
import planish.diagnostics.RHat;

/**
 * Compares the draws of one number with what they should be.
 *
 * <p>Estimates may be off by four of their standard errors: a right sampler is rejected with
 * probability 6e-5 for each comparison. Seeds are fixed, so a test that passes goes on passing.
 */
record Estimates(String name, double[][] chains) {
  private static final double LIMIT = 4;

  static Estimates of(Draws draws, String element) {
    return new Estimates(element, draws.column(element));
  }

  private ElementSummary summary() {
    return ElementSummary.of(name, chains);
  }

  Estimates areHealthy() {
    assertThat(RHat.rankNormalized(chains)).as("R-hat of " + name).isLessThan(1.01);
    assertThat(EffectiveSampleSize.bulk(chains)).as("bulk ESS of " + name).isGreaterThan(400);
    assertThat(EffectiveSampleSize.tail(chains)).as("tail ESS of " + name).isGreaterThan(400);
    return this;
  }

  Estimates haveMean(double expected, double error) {
    double own = MonteCarloError.mean(chains);
    compare("mean", summary().mean(), expected, Math.hypot(own, error));
    return this;
  }

  /** On the relative scale, as the errors of standard deviations add there. */
  Estimates haveSd(double expected, double error) {
    double sd = summary().sd();
    double own = MonteCarloError.sd(chains) / sd;
    compare("sd", sd / expected, 1, Math.hypot(own, error / expected));
    return this;
  }

  Estimates haveQuantile(double probability, double expected, double error) {
    double found = probability < 0.5 ? summary().q5() : summary().q95();
    double own = MonteCarloError.quantile(chains, probability);
    compare("quantile " + probability, found, expected, Math.hypot(own, error));
    return this;
  }

  private void compare(String what, double found, double expected, double error) {
    assertThat((found - expected) / error)
        .as("%s of %s: %s instead of %s, in standard errors", what, name, found, expected)
        .isBetween(-LIMIT, LIMIT);
  }
}
