package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import planish.diagnostics.Draws;
import planish.diagnostics.EffectiveSampleSize;
import planish.diagnostics.MonteCarloError;
import planish.diagnostics.RHat;

/** The whole way with defaults, against the posterior's exact moments. */
final class EightSchoolsTest {
  /**
   * Exact moments: mu given tau is normal, and tau was integrated over 20,001 points of a grid of
   * log tau from 1e-8 to 1e5; posteriordb's reference draws have means 4.41 and 3.60. Four Monte
   * Carlo standard errors: a false alarm in about 1 of 16,000 for each of the four; the seed is
   * fixed.
   */
  @Test
  void theDefaultsFindTheExactMoments() {
    Draws draws = Run.of(EightSchools.rubin()).seed(1).run().draws();
    agrees(draws.column("mu"), 4.39682, 3.31770);
    agrees(draws.column("tau"), 3.59771, 3.21996);
  }

  private static void agrees(double[][] chains, double mean, double sd) {
    double found = Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
    double variance =
        Arrays.stream(chains)
            .flatMapToDouble(Arrays::stream)
            .map(x -> (x - found) * (x - found))
            .average()
            .orElseThrow();
    assertThat(Math.abs(found - mean)).isLessThan(4 * MonteCarloError.mean(chains));
    assertThat(Math.abs(Math.sqrt(variance) - sd)).isLessThan(4 * MonteCarloError.sd(chains));
    assertThat(EffectiveSampleSize.bulk(chains)).isGreaterThan(400);
    assertThat(RHat.rankNormalized(chains)).isLessThan(1.01);
  }
}
