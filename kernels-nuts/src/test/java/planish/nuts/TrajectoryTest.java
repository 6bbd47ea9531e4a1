package planish.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import planish.hmc.PhasePoint;
import planish.kernels.ChainRandom;

/** The tree with dynamics that make it deterministic. */
class TrajectoryTest {
  private static final double P = MockHamiltonian.MOMENTUM;

  private final ChainRandom random = ChainRandom.of(1);
  private final Trajectory trajectory = new Trajectory(1, 10);

  private PhasePoint begin(double position, DoubleUnaryOperator energy) {
    trajectory.pool().reset();
    MockHamiltonian dynamics = new MockHamiltonian(energy);
    PhasePoint start = trajectory.pool().take();
    start.position()[0] = position;
    dynamics.refresh(random, start);
    trajectory.begin(dynamics, start, 1);
    return start;
  }

  @Test
  void aTreeOfDepthThreeHasEightPoints() {
    PhasePoint start = begin(0, q -> 0);
    assertThat(trajectory.build(start, 1, 3, random)).isEqualTo(Extension.COMPLETE);
    Subtree built = trajectory.built();
    assertThat(trajectory.leapfrogs()).isEqualTo(8);
    assertThat(built.depth()).isEqualTo(3);
    assertThat(built.first().position()).containsExactly(P);
    assertThat(built.last().position()).containsExactly(8 * P);
    assertThat(built.momentumSum()).containsExactly(8 * P);
    assertThat(built.logWeight()).isCloseTo(Math.log(8), within(1e-14));
    assertThat(trajectory.acceptance()).isEqualTo(1);
    assertThat(built.chosen().position()[0]).isBetween(P, 8 * P);
    assertThat(start.position()).containsExactly(0);
  }

  @Test
  void backwardsTheEndsAreExchanged() {
    PhasePoint start = begin(100, q -> 0);
    assertThat(trajectory.build(start, -1, 2, random)).isEqualTo(Extension.COMPLETE);
    assertThat(trajectory.built().first().position()).containsExactly(100 - P);
    assertThat(trajectory.built().last().position()).containsExactly(100 - 4 * P);
    assertThat(trajectory.built().momentumSum()).containsExactly(4 * P);
  }

  @Test
  void doublesUntilItIsAsDeepAsAllowed() {
    begin(1e6, q -> 0);
    for (int depth = 1; depth <= 10; depth++) {
      assertThat(trajectory.grow(random)).isEqualTo(Extension.COMPLETE);
      assertThat(trajectory.depth()).isEqualTo(depth);
      assertThat(trajectory.leapfrogs()).isEqualTo((1 << depth) - 1);
    }
    assertThat(trajectory.acceptance()).isEqualTo(1);
    assertThat(trajectory.pool().size()).isLessThan(3 * 10 + 6);
  }

  /** Energies count from that of the start. */
  @Test
  void weightsAndAcceptanceComeFromTheEnergyError() {
    PhasePoint start = begin(0, q -> 5 + q);
    trajectory.build(start, 1, 1, random);
    double sum = Math.exp(-P) + Math.exp(-2 * P);
    assertThat(trajectory.built().logWeight()).isCloseTo(Math.log(sum), within(1e-14));
    assertThat(trajectory.acceptance()).isCloseTo(sum / 2, within(1e-15));
  }

  @Test
  void stopsAtADivergence() {
    PhasePoint start = begin(0, q -> q > 4.9 * P ? 1000.5 : 0);
    assertThat(trajectory.build(start, 1, 3, random)).isEqualTo(Extension.DIVERGENT);
    assertThat(trajectory.leapfrogs()).isEqualTo(5);
    assertThat(trajectory.acceptance()).isCloseTo(0.8, within(1e-15));
    start = begin(0, q -> q > 4.9 * P ? 999.5 : 0);
    assertThat(trajectory.build(start, 1, 3, random)).isEqualTo(Extension.COMPLETE);
    start = begin(0, q -> q > 4.9 * P ? Double.NaN : 0);
    assertThat(trajectory.build(start, 1, 3, random)).isEqualTo(Extension.DIVERGENT);
    assertThat(trajectory.leapfrogs()).isEqualTo(5);
  }

  /** The velocity changes its sign with the position: the first subtree that sees both turns. */
  @Test
  void stopsWhereASubtreeTurns() {
    PhasePoint start = begin(-3.5 * P, q -> 0);
    assertThat(trajectory.build(start, 1, 3, random)).isEqualTo(Extension.TURNING);
    assertThat(trajectory.leapfrogs()).isEqualTo(2);
  }

  @Test
  void nothingOfAnIncompleteExtensionIsTakenIn() {
    PhasePoint start = begin(0.5 * P, q -> q == 0.5 * P ? 0 : Double.POSITIVE_INFINITY);
    assertThat(trajectory.grow(random)).isEqualTo(Extension.DIVERGENT);
    assertThat(trajectory.depth()).isZero();
    assertThat(trajectory.chosen()).isSameAs(start);
  }

  /**
   * Within an extension points are chosen in proportion to their weights 1 : 2 : 3 : 4. Four
   * binomials, each beyond 4.42 sd with probability 1e-5.
   */
  @Test
  void choosesInProportionToWeights() {
    int n = 20_000;
    int[] counts = new int[4];
    for (int k = 0; k < n; k++) {
      PhasePoint start = begin(0, q -> q == 0 ? 0 : -Math.log(Math.rint(q / P)));
      trajectory.build(start, 1, 2, random);
      counts[(int) Math.rint(trajectory.built().chosen().position()[0] / P) - 1]++;
    }
    for (int i = 0; i < 4; i++) {
      double p = (i + 1) / 10.0;
      assertThat((counts[i] - n * p) / Math.sqrt(n * p * (1 - p))).isBetween(-4.42, 4.42);
    }
  }

  /** A binomial, beyond 4.42 sd with probability 1e-5. */
  @Test
  void growsForwardHalfOfTheTime() {
    int n = 20_000;
    int[] forward = {0};
    for (int k = 0; k < n; k++) {
      begin(
          0,
          q -> {
            forward[0] += q > 0 ? 1 : 0;
            return 0;
          });
      trajectory.grow(random);
      assertThat(trajectory.leapfrogs()).isEqualTo(1);
    }
    assertThat((forward[0] - 0.5 * n) / Math.sqrt(0.25 * n)).isBetween(-4.42, 4.42);
  }

  @Test
  void logSumsAreSafe() {
    assertThat(Weights.logSum(1000, 1000)).isCloseTo(1000 + Math.log(2), within(1e-12));
    assertThat(Weights.logSum(-1000, 0)).isZero();
    assertThat(Weights.logSum(Double.NEGATIVE_INFINITY, -3)).isEqualTo(-3);
    assertThat(Weights.logSum(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
