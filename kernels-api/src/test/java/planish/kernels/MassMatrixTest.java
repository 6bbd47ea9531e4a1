package planish.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MassMatrixTest {
  @Test
  void theIdentityIsTheIdentity() {
    MassMatrix metric = MassMatrix.identity(3);
    double[] momentum = {1, -2, 3};
    double[] velocity = new double[3];
    double[] position = {10, 20, 30};
    metric.velocity(momentum, velocity);
    metric.move(0.5, momentum, position);
    assertThat(velocity).isEqualTo(momentum);
    assertThat(position).containsExactly(10.5, 19, 31.5);
    assertThat(metric.kineticEnergy(momentum)).isEqualTo(7);
    assertThat(metric.inverseRows()).isDeepEqualTo(new double[][] {{1, 1, 1}});
    assertThat(metric.isDiagonal()).isTrue();
    assertThatThrownBy(() -> MassMatrix.identity(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void theFixedAdaptationLearnsNothing() {
    MassMatrixAdaptation adaptation = MassMatrixAdaptation.identity(2);
    adaptation.add(new double[] {5, 6}, new double[] {7, 8});
    assertThat(adaptation.endWindow().arrays()).isEmpty();
    assertThat(adaptation.fromArrays(java.util.Map.of()).dimension()).isEqualTo(2);
    assertThat(StateTree.of(adaptation).names()).isEmpty();
  }
}
