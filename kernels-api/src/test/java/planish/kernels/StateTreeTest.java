package planish.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import planish.spi.UserException;

class StateTreeTest {
  @Test
  void givesBackEveryBit() {
    double[] odd = {Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
    StateTree tree = new StateTree();
    tree.put("odd", odd);
    tree.putLongs("count", Long.MIN_VALUE, 3);
    tree.child("deep").child("deeper").put("x", 0.1);
    assertThat(tree.array("odd")).isEqualTo(odd);
    assertThat(tree.longs("count")).containsExactly(Long.MIN_VALUE, 3);
    assertThat(tree.child("deep").child("deeper").number("x")).isEqualTo(0.1);
    assertThat(tree.names()).containsExactly("odd", "count");
    assertThat(tree.children()).containsOnlyKeys("deep");
    assertThat(tree.arrays()).containsOnlyKeys("odd");
    assertThat(tree.wholeNumbers()).containsOnlyKeys("count");
  }

  @Test
  void copies() {
    double[] values = {1, 2};
    StateTree tree = new StateTree();
    tree.put("x", values);
    values[0] = 7;
    tree.array("x")[1] = 7;
    assertThat(tree.array("x")).containsExactly(1, 2);
  }

  @Test
  void namesThePlaceOfWhatIsMissing() {
    StateTree tree = new StateTree();
    assertThatThrownBy(() -> tree.child("chain").child("random").longs("state"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'chain/random/state'");
  }

  @Test
  void carriesAChainsState() {
    ChainState state =
        new ChainState(
            new double[] {1, 2},
            -3,
            new double[] {4, 5},
            Map.of("direction", new double[] {1}, "age", new double[] {0.5}));
    StateTree tree = new StateTree();
    state.save(tree);
    ChainState back = ChainState.restore(tree);
    assertThat(back.position()).isEqualTo(state.position());
    assertThat(back.logDensity()).isEqualTo(state.logDensity());
    assertThat(back.gradient()).isEqualTo(state.gradient());
    assertThat(back.extras()).containsOnlyKeys("direction", "age");
    assertThat(back.extras().get("age")).containsExactly(0.5);
  }

  @Test
  void carriesATuning() {
    Tuning tuning = Tuning.of(0.25, MassMatrix.identity(2)).with("temperature", 2, 3);
    StateTree tree = new StateTree();
    tuning.save(tree);
    Tuning back = Tuning.restore(tree, MassMatrixAdaptation.identity(2));
    assertThat(back.stepSize()).isEqualTo(0.25);
    assertThat(back.array("temperature")).containsExactly(2, 3);
    assertThat(back.metric().dimension()).isEqualTo(2);
  }
}
