package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws and edges that hold of all diagnostics. */
class EdgesTest {
  static Stream<ToDoubleFunction<double[][]>> diagnostics() {
    return Stream.of(
        RHat::rankNormalized,
        RHat::split,
        EffectiveSampleSize::bulk,
        EffectiveSampleSize::tail,
        EffectiveSampleSize::mean,
        EffectiveSampleSize::sd,
        MonteCarloError::mean,
        MonteCarloError::sd,
        chains -> MonteCarloError.quantile(chains, 0.9));
  }

  @ParameterizedTest
  @MethodSource("diagnostics")
  void nothingToJudgeIsNaN(ToDoubleFunction<double[][]> diagnostic) {
    double[][] holed = Reference.draws("iid");
    holed[1][7] = Double.NaN;
    double[][] infinite = Reference.draws("iid");
    infinite[3][0] = Double.NEGATIVE_INFINITY;
    for (double[][] chains :
        List.of(
            new double[0][],
            new double[4][0],
            new double[][] {{1}, {2}},
            new double[][] {{1, 2}, {2, 4}},
            new double[3][10],
            holed,
            infinite)) {
      // two draws a chain are halves of one: no variance within
      assertThat(diagnostic.applyAsDouble(chains)).isNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("diagnostics")
  void chainsOfDifferentLengthsAreRefused(ToDoubleFunction<double[][]> diagnostic) {
    double[][] uneven = {{1, 2, 3, 4}, {1, 2, 3}};
    assertThatThrownBy(() -> diagnostic.applyAsDouble(uneven))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4")
        .hasMessageContaining("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iid", "correlated", "heavy", "skewed", "drifting"})
  void ranksIgnoreMonotoneMaps(String name) {
    double[][] chains = Reference.draws(name);
    double[][] mapped = Chains.map(chains, x -> Math.atan(x / 3));
    assertThat(EffectiveSampleSize.bulk(mapped)).isEqualTo(EffectiveSampleSize.bulk(chains));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 1e-12, 1e12})
  void scaleDoesNotMatter(double scale) {
    double[][] chains = Reference.draws("correlated");
    double[][] scaled = Chains.map(chains, x -> scale * x);
    assertThat(EffectiveSampleSize.tail(scaled))
        .isCloseTo(EffectiveSampleSize.tail(chains), within(1e-6));
    assertThat(RHat.rankNormalized(scaled)).isCloseTo(RHat.rankNormalized(chains), within(1e-9));
    assertThat(MonteCarloError.mean(scaled) / scale)
        .isCloseTo(MonteCarloError.mean(chains), within(1e-9));
  }

  @Test
  void signedZerosAreTies() {
    double[][] chains = Reference.draws("counts");
    double[][] signed = Chains.map(chains, x -> x == 0 ? -0.0 : x);
    signed[0] = chains[0].clone();
    assertThat(EffectiveSampleSize.bulk(signed)).isEqualTo(EffectiveSampleSize.bulk(chains));
  }

  @Test
  void theTutorialsFormulaOfTwoHalves() {
    double[] chain = {1, 2, 4, 3, 5, 7};
    // halves of n = 3: means 7/3 and 5, variances 7/3 and 4; W = 19/6, B = 32/9
    double within = 19.0 / 6;
    double between = 32.0 / 9;
    double expected = Math.sqrt((2.0 / 3 * within + between) / within);
    assertThat(RHat.split(new double[][] {chain})).isCloseTo(expected, within(1e-14));
  }

  @Test
  void independentDrawsCountInFull() {
    // bulk ESS of 20,000 independent draws has a standard error of about 2.5 %; 15 % is six of them
    SplittableRandom random = new SplittableRandom(5);
    double[][] chains = new double[4][];
    for (int c = 0; c < 4; c++) {
      chains[c] = random.doubles(5000).toArray();
    }
    assertThat(EffectiveSampleSize.bulk(chains)).isCloseTo(20_000, within(3_000.0));
    assertThat(RHat.rankNormalized(chains)).isBetween(0.9999, 1.002);
  }

  @Test
  void probabilitiesOutsideTheUnitIntervalAreRefused() {
    double[][] chains = {{1, 2, 3, 4}};
    for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> EffectiveSampleSize.quantile(chains, p))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("" + p);
    }
  }

  @Test
  void quantilesOfFewNumbers() {
    assertThat(Quantiles.of(new double[0], 0.5)).isNaN();
    assertThat(Quantiles.of(new double[] {3}, 0.05)).isEqualTo(3);
    assertThat(Quantiles.of(new double[] {0, 1}, 0.25)).isEqualTo(0.25);
    assertThat(Quantiles.of(new double[] {0, 1}, 0)).isEqualTo(0);
    assertThat(Quantiles.of(new double[] {0, 1}, 1)).isEqualTo(1);
    assertThat(Quantiles.of(new double[] {1, Double.NaN}, 0.1)).isNaN();
    assertThat(Quantiles.median(new double[] {1, 2, 4})).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {1, 2})).isEqualTo(1.5);
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(Quantiles.of(new double[] {1, infinity, infinity}, 0.75)).isEqualTo(infinity);
  }
}
