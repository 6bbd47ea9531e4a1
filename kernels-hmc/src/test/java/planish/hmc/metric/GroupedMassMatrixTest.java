package planish.hmc.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Block;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.kernelcheck.Cdf;
import planish.kernelcheck.KolmogorovSmirnov;
import planish.kernels.ChainRandom;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;

class GroupedMassMatrixTest {
  private static final int SITES = 20;

  /** Learned from 200 draws of correlated normals; groups of neighbours, of others, or of all. */
  private static MassMatrix learned(String groups) {
    List<Block> sites =
        IntStream.range(0, SITES)
            .mapToObj(i -> new Block("s" + i, "s" + i, i, Shape.of(), Shape.of()))
            .toList();
    MassMatrixAdaptation adaptation = Forms.blocks(new ParameterLayout(sites), groups);
    ChainRandom random = ChainRandom.of(1);
    for (int k = 0; k < 200; k++) {
      double[] position = new double[SITES];
      double shared = random.nextGaussian();
      for (int i = 0; i < SITES; i++) {
        position[i] = (1 + i) * (random.nextGaussian() + shared);
      }
      adaptation.add(position, new double[0]);
    }
    return adaptation.endWindow();
  }

  private static final List<String> GROUPS =
      List.of(
          "(s0,s1,s2,s3,s4)",
          "(s3,s17,s8)(s0,s19)",
          "(" + String.join(",", IntStream.range(0, SITES).mapToObj(i -> "s" + i).toList()) + ")");

  /** The product with the rows, summed one after the other. */
  @Test
  void theVelocityIsTheProductWithTheInverse() {
    for (String groups : GROUPS) {
      MassMatrix metric = learned(groups);
      double[] p = new double[SITES];
      metric.sampleMomentum(ChainRandom.of(2), p);
      double[] expected = new double[SITES];
      double twice = 0;
      for (int i = 0; i < SITES; i++) {
        for (int j = 0; j < SITES; j++) {
          expected[i] += metric.inverseRows()[i][j] * p[j];
        }
        twice += expected[i] * p[i];
      }
      double[] v = new double[SITES];
      double[] q = new double[SITES];
      metric.velocity(p, v);
      metric.move(0.5, p, q);
      for (int i = 0; i < SITES; i++) {
        assertThat(v[i]).isCloseTo(expected[i], within(1e-11));
        assertThat(q[i]).isCloseTo(0.5 * expected[i], within(1e-11));
      }
      assertThat(metric.kineticEnergy(p)).isCloseTo(0.5 * twice, within(1e-11));
    }
  }

  /**
   * Twice the kinetic energy of a momentum is χ² distributed, and a velocity's variance is its
   * inverse mass, as is that of the difference of two: 9 p-values, each below 1e-5 once in 1e5.
   */
  @Test
  void momentaHaveTheCovarianceOfTheMass() {
    for (String groups : GROUPS) {
      MassMatrix metric = learned(groups);
      double[][] rows = metric.inverseRows();
      double difference = Math.sqrt(rows[3][3] + rows[17][17] - 2 * rows[3][17]);
      ChainRandom random = ChainRandom.of(3);
      double[] p = new double[SITES];
      double[] v = new double[SITES];
      double[][] uniforms = new double[3][4000];
      for (int k = 0; k < 4000; k++) {
        metric.sampleMomentum(random, p);
        metric.velocity(p, v);
        uniforms[0][k] = Cdf.chiSquared(SITES, 2 * metric.kineticEnergy(p));
        uniforms[1][k] = Cdf.normal(v[0] / Math.sqrt(rows[0][0]));
        uniforms[2][k] = Cdf.normal((v[3] - v[17]) / difference);
      }
      for (double[] each : uniforms) {
        assertThat(KolmogorovSmirnov.pValue(each)).as(groups).isGreaterThan(1e-5);
      }
    }
  }
}
