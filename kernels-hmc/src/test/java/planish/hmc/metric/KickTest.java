package planish.hmc.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.ParameterLayout;
import planish.kernels.ChainRandom;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;

/** Whatever is done in one loop gives the bits of what it stands for. */
class KickTest {
  private static List<MassMatrix> metrics(int dimension, ChainRandom random) {
    ParameterLayout layout = ParameterLayout.single("x", dimension);
    List<MassMatrixAdaptation> learning =
        List.of(new DiagonalAdaptation(dimension), Forms.dense(layout));
    for (int k = 0; k < 30; k++) {
      double[] position = normals(dimension, random);
      learning.forEach(adaptation -> adaptation.add(position, new double[0]));
    }
    return List.of(
        MassMatrix.identity(dimension), learning.get(0).endWindow(), learning.get(1).endWindow());
  }

  private static double[] normals(int dimension, ChainRandom random) {
    return random.doubles(dimension).map(u -> 4 * u - 2).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40, 41, 100})
  void aKickAndWhatFollowsAreThoseTwo(int dimension) {
    ChainRandom random = ChainRandom.of(dimension);
    for (MassMatrix metric : metrics(dimension, random)) {
      double[] gradient = normals(dimension, random);
      double[] momentum = normals(dimension, random);
      double[] position = normals(dimension, random);
      double[] kicked = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        kicked[i] = Math.fma(0.15, gradient[i], momentum[i]);
      }
      double[] moved = position.clone();
      double[] velocity = new double[dimension];
      metric.move(0.3, kicked, moved);
      metric.velocity(kicked, velocity);

      double[] once = momentum.clone();
      metric.kickAndMove(0.15, gradient, once, 0.3, position);
      assertThat(once).isEqualTo(kicked);
      assertThat(position).isEqualTo(moved);
      double[] found = new double[dimension];
      metric.kickAndVelocity(0.15, gradient, momentum, found);
      assertThat(momentum).isEqualTo(kicked);
      assertThat(found).isEqualTo(velocity);
    }
  }
}
