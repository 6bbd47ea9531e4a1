package example.mala;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.kernelcheck.Invariance;
import planish.kernelcheck.KernelContract;
import planish.kernelcheck.PlainDensity;
import planish.kernelcheck.Target;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.kernels.WarmupSchedule;
import planish.kernels.WindowedAdaptation;
import planish.spi.Options;

/** What every kernel owes, and what is this one's own. */
class MalaKernelTest implements KernelContract {
  @Override
  public int expected() {
    return 1;
  }

  /** Nine p-values, each below 1e-5 with that probability for a right kernel. */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.Target#difficult")
  void leavesTheTargetInvariant(Target target) {
    Tuning tuning = Tuning.of(0.4, MassMatrix.identity(target.density().get().dimension()));
    Invariance.check(MalaKernel::new, target, tuning, 10_000, 1);
  }

  /** Four p-values for each of three dimensions, as above. */
  @Test
  void leavesGaussiansOfManyDimensionsInvariant() {
    for (int dimension : new int[] {2, 50, 200}) {
      Tuning tuning = Tuning.of(0.5, MassMatrix.identity(dimension));
      Invariance.check(MalaKernel::new, Target.gaussian(dimension, 0.5), tuning, 3000, 2);
    }
  }

  /**
   * With 3,000 transitions to average over, the rate is the target's but for its standard error.
   */
  @Test
  void warmupFindsTheTargetAcceptance() {
    MalaProvider provider = new MalaProvider();
    Kernel kernel = new MalaKernel(PlainDensity.standardNormal(20));
    WindowedAdaptation warmup =
        new WindowedAdaptation(
            kernel,
            provider.spec(Options.defaults(provider.options())),
            MassMatrixAdaptation.identity(20),
            new WarmupSchedule(75, 3000, 25),
            4000);
    ChainRandom random = ChainRandom.of(3);
    ChainState state = kernel.start(new double[20], random);
    Tuning tuning = warmup.begin(random, state);
    while (!warmup.isComplete()) {
      Transition transition = kernel.step(random, state, tuning, Phase.WARMUP);
      state = transition.state();
      tuning = warmup.next(random, transition);
    }
    double accepted = 0;
    for (int k = 0; k < 5000; k++) {
      Transition transition = kernel.step(random, state, tuning, Phase.SAMPLING);
      state = transition.state();
      accepted += transition.statistics()[1];
    }
    assertThat(accepted / 5000).isCloseTo(0.574, within(0.04));
  }

  /** On the class path the module's own list is not seen: both must say the same. */
  @Test
  void bothListsOfProvidersAgree() throws IOException {
    Module module = MalaProvider.class.getModule();
    var provides = module.getDescriptor().provides().iterator().next();
    try (InputStream in = module.getResourceAsStream("META-INF/services/" + provides.service())) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyElementsOf(provides.providers());
    }
  }
}
