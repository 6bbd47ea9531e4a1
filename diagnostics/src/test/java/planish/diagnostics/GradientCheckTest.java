package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Normal draws with known precisions. False alarms of a check of 5 directions: 3e-4 a test. */
class GradientCheckTest {
  private static final int DRAWS = 500;

  /** Draws with some sds, and gradients of a density with others. */
  private static UnconstrainedDraws draws(double[] sds, double[] densitySds, int... lengths) {
    SplittableRandom random = new SplittableRandom(11);
    double[][][] positions = new double[lengths.length][][];
    double[][][] gradients = new double[lengths.length][][];
    for (int c = 0; c < lengths.length; c++) {
      positions[c] = new double[lengths[c]][sds.length];
      gradients[c] = new double[lengths[c]][sds.length];
      for (int i = 0; i < lengths[c]; i++) {
        for (int k = 0; k < sds.length; k++) {
          positions[c][i][k] = 50 + sds[k] * random.nextGaussian();
          gradients[c][i][k] = -(positions[c][i][k] - 50) / (densitySds[k] * densitySds[k]);
        }
      }
    }
    return new UnconstrainedDraws(
        IntStream.range(0, sds.length).mapToObj(k -> "x" + k).toList(), positions, gradients);
  }

  private static Findings of(UnconstrainedDraws unconstrained) {
    Draws draws =
        new Samples().scalar("mu", Samples.normal(4, 1000, 1)).draws(4).with(unconstrained);
    return Findings.of(draws, Summary.of(draws));
  }

  @Test
  void drawsThatFitTheDensityPass() {
    double[] sds = {1, 2, 3, 4, 5, 6, 7};
    assertThat(of(draws(sds, sds, DRAWS, DRAWS, DRAWS, DRAWS)).allWell()).isTrue();
  }

  @Test
  void drawsThatAreTooNarrowWarnAndTheVerdictStands() {
    double[] sds = {1, 2, 3, 4, 5, 6, 7};
    double[] wider = {1, 2, 3, 4, 5, 6, 10};
    Findings findings = of(draws(sds, wider, DRAWS, DRAWS, DRAWS, DRAWS));
    assertThat(findings.text())
        .containsPattern("Warning: .* is 0\\.\\d\\d ± 0\\.0\\d along the direction of the largest")
        .contains("(mostly x6, ", "This is no proof");
    assertThat(findings.verdict().isGood()).isTrue();
    assertThat(findings.allWell()).isFalse();
  }

  @Test
  void chainsOfDifferentLengthAreCutAtTheirBeginning() {
    double[] sds = {1, 2};
    UnconstrainedDraws draws = draws(sds, sds, 300, 500);
    assertThat(draws.draws()).isEqualTo(300);
    assertThat(draws.columns()[1][1][299]).isEqualTo(draws.positions()[1][499][1]);
    assertThat(of(draws).allWell()).isTrue();
  }

  @Test
  void fewDrawsAreNotLookedAt() {
    assertThat(of(draws(new double[] {1}, new double[] {9}, 99, 500)).allWell()).isTrue();
    assertThat(of(UnconstrainedDraws.none()).allWell()).isTrue();
    assertThat(of(draws(new double[0], new double[0], 200, 200)).allWell()).isTrue();
  }

  @Test
  void asManyGradientsAsPositionsAreExpected() {
    assertThatThrownBy(
            () -> new UnconstrainedDraws(List.of("x"), new double[1][2][1], new double[1][3][1]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
