package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.kernels.ChainRandom;

/**
 * Simulation-based calibration of the default sampler, with what must be found out: wrong densities
 * and a sampler that learns nothing.
 *
 * <p>A p-value below 1e-4 is a rejection. The short run, of 300 replications with short warm-ups,
 * and the long one, of 2,000 with the default's, have 12 p-values each for what is right: each run
 * rejects a right sampler with probability 0.12 %. Of what is wrong, the density without its
 * Jacobian is the hardest to find out: it moves the mean of log sigma by a third of its spread.
 */
class CalibrationTest {
  private static final double REJECTED = 1e-4;
  private static final int SHORT = 300;
  private static final PosteriorSampler QUICK = PosteriorSampler.byDefault(300, 5);

  static List<Calibration> models() {
    return List.of(
        GroupedEffects.calibration(), MeanAndSpread.calibration(), TwoCoefficients.calibration());
  }

  @ParameterizedTest
  @MethodSource("models")
  void ranksAreUniform(Calibration calibration) {
    check(calibration.pValues(QUICK, SHORT, 1));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("models")
  void ranksAreUniformAfterAWholeWarmup(Calibration calibration) {
    check(calibration.pValues(PosteriorSampler.byDefault(1000, 10), 2000, 2));
  }

  private static void check(Map<String, Double> pValues) {
    assertThat(pValues).allSatisfy((name, p) -> assertThat(p).as(name).isBetween(REJECTED, 1.0));
  }

  private static void reject(Calibration wrong) {
    assertThat(wrong.pValues(QUICK, SHORT, 1).values()).anyMatch(p -> p < REJECTED);
  }

  @Test
  void aJacobianLeftOutIsFoundOut() {
    reject(MeanAndSpread.withoutJacobian());
  }

  @Test
  void aStandardDeviationTakenForAVarianceIsFoundOut() {
    reject(MeanAndSpread.spreadTakenForVariance());
  }

  /** Each parameter's own ranks are uniform then: the log likelihood alone tells. */
  @Test
  void aSamplerThatReturnsThePriorIsFoundOut() {
    Calibration calibration = MeanAndSpread.calibration();
    PosteriorSampler prior =
        (model, names, draws, seed) -> {
          ChainRandom random = ChainRandom.of(seed);
          double[][] rows = new double[draws][];
          for (int k = 0; k < draws; k++) {
            rows[k] = calibration.joint().apply(random).parameters();
          }
          return rows;
        };
    Map<String, Double> pValues = calibration.pValues(prior, SHORT, 1);
    assertThat(pValues.get(Calibration.LOG_LIKELIHOOD)).isLessThan(REJECTED);
    pValues.remove(Calibration.LOG_LIKELIHOOD);
    check(pValues);
  }

  /** SciPy 1.17, {@code chi2.sf}. */
  @Test
  void tailProbabilitiesAreRight() {
    assertThat(Calibration.upperTail(16, 26.296)).isCloseTo(0.05000298967150239, within(1e-15));
    assertThat(Calibration.upperTail(16, 60)).isCloseTo(5.233734167070702e-07, within(1e-20));
  }
}
