package planish.hmc.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import planish.kernelcheck.Cdf;
import planish.kernelcheck.KolmogorovSmirnov;
import planish.kernels.ChainRandom;
import planish.kernels.MassMatrix;
import planish.kernels.StateTree;
import planish.spi.UserException;

class DiagonalAdaptationTest {
  private static final double[] NONE = new double[0];

  /** Variances 4 and 100 of {1, 3, 5} and {-10, 0, 10}: 3/8 of them, and 5/8 of 0.001. */
  @Test
  void learnsRegularisedVariances() {
    DiagonalAdaptation adaptation = new DiagonalAdaptation(2);
    adaptation.add(new double[] {1, -10}, NONE);
    adaptation.add(new double[] {3, 0}, NONE);
    adaptation.add(new double[] {5, 10}, NONE);
    double[] inverse = adaptation.endWindow().inverseRows()[0];
    assertThat(inverse[0]).isCloseTo(1.5 + 0.000625, within(1e-14));
    assertThat(inverse[1]).isCloseTo(37.5 + 0.000625, within(1e-13));
  }

  /** Numbers whose squares drown their spread. */
  @Test
  void doesNotCancel() {
    DiagonalAdaptation adaptation = new DiagonalAdaptation(1);
    for (int k = 0; k < 1000; k++) {
      adaptation.add(new double[] {1e9 + k % 2}, NONE);
    }
    double variance = 250.0 / 999;
    assertThat(adaptation.endWindow().inverseRows()[0][0])
        .isCloseTo(1000.0 / 1005 * variance + 5e-3 / 1005, within(1e-7));
  }

  @Test
  void aWindowForgetsTheOneBefore() {
    DiagonalAdaptation adaptation = new DiagonalAdaptation(1);
    adaptation.add(new double[] {1}, NONE);
    adaptation.add(new double[] {3}, NONE);
    double[] first = adaptation.endWindow().inverseRows()[0];
    adaptation.add(new double[] {70}, NONE);
    assertThat(adaptation.endWindow().inverseRows()[0]).isEqualTo(first);
    adaptation.add(new double[] {101}, NONE);
    adaptation.add(new double[] {103}, NONE);
    assertThat(adaptation.endWindow().inverseRows()[0]).isEqualTo(first);
  }

  @Test
  void goesOnWithTheSameBits() {
    ChainRandom random = ChainRandom.of(1);
    DiagonalAdaptation straight = new DiagonalAdaptation(2);
    DiagonalAdaptation moving = new DiagonalAdaptation(2);
    for (int k = 0; k < 50; k++) {
      double[] position = {random.nextGaussian(), random.nextGaussian()};
      straight.add(position, NONE);
      moving.add(position, NONE);
      StateTree saved = StateTree.of(moving);
      moving = new DiagonalAdaptation(2);
      moving.restore(saved);
    }
    MassMatrix expected = straight.endWindow();
    MassMatrix matrix = moving.endWindow();
    assertThat(matrix.inverseRows()).isDeepEqualTo(expected.inverseRows());
    assertThat(moving.fromArrays(matrix.arrays()).inverseRows())
        .isDeepEqualTo(expected.inverseRows());
  }

  @Test
  void refusesWhatIsNoMetric() {
    DiagonalAdaptation adaptation = new DiagonalAdaptation(1);
    adaptation.add(new double[] {-1e300}, NONE);
    adaptation.add(new double[] {1e300}, NONE);
    assertThatThrownBy(adaptation::endWindow)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("coordinate 1");
    assertThatThrownBy(() -> adaptation.fromArrays(Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("1 coordinates");
    assertThatThrownBy(() -> new DiagonalMassMatrix(new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number 1 is 0.0");
  }

  /** Momenta have the variance of the mass; two p-values, each below 1e-5 once in 1e5. */
  @Test
  void theMetricIsConsistent() {
    MassMatrix metric = new DiagonalMassMatrix(new double[] {4, 0.25});
    double[] p = {3, -2};
    double[] v = new double[2];
    double[] q = {1, 1};
    metric.velocity(p, v);
    metric.move(0.5, p, q);
    assertThat(v).containsExactly(12, -0.5);
    assertThat(q).containsExactly(7, 0.75);
    assertThat(metric.kineticEnergy(p)).isEqualTo(0.5 * (36 + 1));
    ChainRandom random = ChainRandom.of(2);
    double[][] uniforms = new double[2][5000];
    for (int k = 0; k < 5000; k++) {
      metric.sampleMomentum(random, p);
      uniforms[0][k] = Cdf.normal(p[0] * 2);
      uniforms[1][k] = Cdf.normal(p[1] * 0.5);
    }
    assertThat(KolmogorovSmirnov.pValue(uniforms[0])).isGreaterThan(1e-5);
    assertThat(KolmogorovSmirnov.pValue(uniforms[1])).isGreaterThan(1e-5);
  }
}
