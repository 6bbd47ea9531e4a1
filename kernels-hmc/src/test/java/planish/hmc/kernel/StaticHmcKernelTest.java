package planish.hmc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.hmc.metric.Forms;
import planish.kernelcheck.Invariance;
import planish.kernelcheck.KernelContract;
import planish.kernelcheck.PlainDensity;
import planish.kernelcheck.Target;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.MassMatrix;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.spi.Options;

/** Static HMC: what every kernel owes, and what is its own. */
class StaticHmcKernelTest implements KernelContract {
  private static final StaticHmcProvider PROVIDER = new StaticHmcProvider();

  @Override
  public int expected() {
    return 1;
  }

  private static Function<LogDensity, Kernel> with(Map<String, String> given) {
    Options options = Options.of("kernel 'hmc'", PROVIDER.options(), given);
    return density -> new StaticHmcKernel(density, options);
  }

  /** Nine p-values, each below 1e-5 with that probability for a right kernel. */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.Target#difficult")
  void leavesTheTargetInvariant(Target target) {
    Map<String, String> options = Map.of("integration-time", "1.5", "step-size-jitter", "0.3");
    Tuning tuning = Tuning.of(0.4, MassMatrix.identity(target.density().get().dimension()));
    Invariance.check(with(options), target, tuning, 4000, 1);
  }

  /** Four p-values for each of three dimensions, as above. */
  @Test
  void leavesGaussiansOfManyDimensionsInvariant() {
    for (int dimension : new int[] {10, 50, 200}) {
      Tuning tuning = Tuning.of(0.25, MassMatrix.identity(dimension));
      Target target = Target.gaussian(dimension, 0.5);
      Invariance.check(with(Map.of("integration-time", "1")), target, tuning, 2000, 2);
    }
  }

  /** Four p-values for each of two metrics, as above. */
  @Test
  void leavesTheTargetInvariantWithDenseMetrics() {
    Target target = Target.gaussian(4, 0.9);
    Map<String, String> options = Map.of("integration-time", "1.5");
    Invariance.check(with(options), target, Tuning.of(0.7, Forms.dense()), 4000, 6);
    Invariance.check(with(options), target, Tuning.of(0.4, Forms.blocks()), 4000, 7);
  }

  /** A kernel that accepts every end of its trajectory must be found out. */
  @Test
  void aKernelThatAcceptsEverythingIsFoundOut() {
    Target target = Target.gaussian(10, 0.5);
    Tuning tuning = Tuning.of(0.8, MassMatrix.identity(10));
    Function<LogDensity, Kernel> wrong = density -> new AcceptingKernel(density);
    assertThat(Invariance.pValues(wrong, target, tuning, 4000, 3).values())
        .anyMatch(p -> p < 1e-10);
    Invariance.check(with(Map.of("integration-time", "3")), target, tuning, 4000, 3);
  }

  @Test
  void takesAsManyStepsAsTheTimeHolds() {
    PlainDensity density = PlainDensity.standardNormal(2);
    Kernel kernel = with(Map.of("integration-time", "1")).apply(density);
    ChainRandom random = ChainRandom.of(4);
    ChainState state = kernel.start(new double[2], random);
    long before = density.evaluations();
    Transition transition =
        kernel.step(random, state, Tuning.of(0.3, MassMatrix.identity(2)), Phase.SAMPLING);
    assertThat(density.evaluations() - before).isEqualTo(3);
    assertThat(transition.statistics()[0]).isEqualTo(0.3);
    assertThat(transition.statistics()[1]).isEqualTo(1);
    kernel.step(random, state, Tuning.of(5, MassMatrix.identity(2)), Phase.SAMPLING);
    assertThat(density.evaluations() - before).isEqualTo(4);
  }

  @Test
  void aWildTrajectoryIsDivergentAndRejected() {
    Kernel kernel = with(Map.of()).apply(PlainDensity.standardNormal(2));
    ChainRandom random = ChainRandom.of(5);
    ChainState state = kernel.start(new double[] {1, 1}, random);
    Transition transition =
        kernel.step(random, state, Tuning.of(100, MassMatrix.identity(2)), Phase.SAMPLING);
    assertThat(transition.divergent()).isTrue();
    assertThat(transition.acceptance()).isZero();
    assertThat(transition.state()).isSameAs(state);
    assertThat(transition.statistics()[3]).isEqualTo(1);
  }
}
