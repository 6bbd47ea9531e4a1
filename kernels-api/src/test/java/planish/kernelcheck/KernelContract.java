package planish.kernelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.KernelContext;
import planish.kernels.KernelProvider;
import planish.kernels.MassMatrix;
import planish.kernels.Phase;
import planish.kernels.StateTree;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.spi.Options;
import planish.spi.Registry;
import planish.spi.Services;

/** What every kernel that can be found owes. */
public interface KernelContract {
  /** The kernels that can be found from here. */
  static Stream<KernelProvider> discovered() {
    return Services.boot().find(KernelProvider.class, "kernel").entries().stream()
        .map(Registry.Entry::provider);
  }

  /** How many kernels the module at hand should find. */
  int expected();

  @Test
  default void findsTheKernels() {
    assertThat(discovered()).hasSize(expected());
  }

  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void theSameSeedGivesTheSameBits(KernelProvider provider) {
    LogDensity density = PlainDensity.standardNormal(3);
    Run once = new Run(provider, density, 0.7);
    Run again = new Run(provider, density, 0.7);
    for (int k = 0; k < 30; k++) {
      Transition first = once.step();
      Transition second = again.step();
      assertThat(first.state().position()).isEqualTo(second.state().position());
      assertThat(first.state().logDensity()).isEqualTo(second.state().logDensity());
      assertThat(first.statistics()).isEqualTo(second.statistics());
    }
  }

  /** Nothing that the next step depends on stands in the kernel. */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void aChainGoesOnElsewhere(KernelProvider provider) {
    Run straight = new Run(provider, PlainDensity.standardNormal(3), 0.7);
    Run moving = new Run(provider, PlainDensity.standardNormal(3), 0.7);
    for (int k = 0; k < 10; k++) {
      StateTree saved = new StateTree();
      moving.state.save(saved.child("state"));
      moving.random.save(saved.child("random"));
      moving = new Run(provider, PlainDensity.standardNormal(3), 0.7);
      moving.state = ChainState.restore(saved.child("state"));
      moving.random.restore(saved.child("random"));
      assertThat(moving.step().state().position()).isEqualTo(straight.step().state().position());
    }
  }

  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void aStateIsNeverChanged(KernelProvider provider) {
    Run run = new Run(provider, PlainDensity.standardNormal(3), 0.7);
    List<ChainState> states = new ArrayList<>();
    List<double[]> positions = new ArrayList<>();
    List<double[]> gradients = new ArrayList<>();
    for (int k = 0; k < 30; k++) {
      states.add(run.state);
      positions.add(run.state.position().clone());
      gradients.add(run.state.gradient().clone());
      run.step();
    }
    for (int k = 0; k < states.size(); k++) {
      assertThat(states.get(k).position()).isEqualTo(positions.get(k));
      assertThat(states.get(k).gradient()).isEqualTo(gradients.get(k));
    }
  }

  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void aStartIsCopied(KernelProvider provider) {
    Run run = new Run(provider, PlainDensity.standardNormal(2), 0.7);
    double[] position = {0.25, 0.5};
    ChainState state = run.kernel.start(position, run.random);
    position[0] = 7;
    assertThat(state.position()).containsExactly(0.25, 0.5);
    assertThat(state.logDensity()).isEqualTo(-0.15625);
  }

  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void smallDimensionsAreFine(KernelProvider provider) {
    for (int dimension : new int[] {0, 1}) {
      Run run = new Run(provider, PlainDensity.standardNormal(dimension), 0.7);
      double stepSize = run.kernel.findStepSize(run.random, run.state, run.tuning);
      assertThat(stepSize).isPositive().isFinite();
      for (int k = 0; k < 20; k++) {
        Transition transition = run.step();
        assertThat(transition.divergent()).isFalse();
        assertThat(transition.state().position()).hasSize(dimension);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void statisticsFitTheirColumns(KernelProvider provider) {
    int columns = provider.spec(Options.defaults(provider.options())).columns().size();
    Run run = new Run(provider, PlainDensity.standardNormal(3), 1.5);
    for (int k = 0; k < 30; k++) {
      Transition transition = run.step();
      assertThat(transition.statistics()).hasSize(columns).doesNotContain(Double.NaN);
      assertThat(transition.acceptance()).isBetween(0.0, 1.0);
    }
  }

  /** Not a number, positive and negative infinity are never where a chain goes. */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void aDensityThatIsNotFiniteIsNeverAccepted(KernelProvider provider) {
    double[] failures = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double failure : failures) {
      LogDensity walled = new PlainDensity(1, (q, g) -> walled(q, g, failure));
      Run run = new Run(provider, walled, 0.9);
      int stopped = 0;
      for (int k = 0; k < 200; k++) {
        double before = run.state.position()[0];
        Transition transition = run.step();
        assertThat(Math.abs(transition.state().position()[0])).isLessThan(1);
        assertThat(transition.state().logDensity()).isFinite();
        assertThat(transition.acceptance()).isBetween(0.0, 1.0);
        boolean stayed = transition.state().position()[0] == before;
        stopped += transition.divergent() || stayed ? 1 : 0;
      }
      assertThat(stopped).as("stopped at %s", failure).isPositive();
    }
  }

  private static double walled(double[] q, double[] gradient, double failure) {
    boolean inside = Math.abs(q[0]) < 1;
    gradient[0] = inside ? -q[0] : Double.NaN;
    return inside ? -0.5 * q[0] * q[0] : failure;
  }

  @ParameterizedTest
  @MethodSource("planish.kernelcheck.KernelContract#discovered")
  default void whatADensityThrowsPassesThrough(KernelProvider provider) {
    IllegalStateException fault = new IllegalStateException("the model failed");
    boolean[] failing = {false};
    LogDensity density =
        new PlainDensity(
            1,
            (q, g) -> {
              if (failing[0]) {
                throw fault;
              }
              return walled(q, g, Double.NaN);
            });
    Run run = new Run(provider, density, 0.1);
    failing[0] = true;
    assertThatThrownBy(run::step).isSameAs(fault);
    failing[0] = false;
    assertThat(run.step().state().logDensity()).isFinite();
  }

  /** A chain from 0.1 in each coordinate. */
  final class Run {
    final Kernel kernel;
    final ChainRandom random = ChainRandom.of(20261122);
    Tuning tuning;
    ChainState state;

    Run(KernelProvider provider, LogDensity density, double stepSize) {
      Options options = Options.defaults(provider.options());
      int dimension = density.dimension();
      ParameterLayout layout = ParameterLayout.single("x", dimension);
      kernel = provider.create(new KernelContext(density, layout, options));
      tuning =
          new Tuning(provider.spec(options).initialTuning(), MassMatrix.identity(dimension))
              .withStepSize(stepSize);
      double[] start = new double[dimension];
      java.util.Arrays.fill(start, 0.1);
      state = kernel.start(start, random);
    }

    Transition step() {
      Transition transition = kernel.step(random, state, tuning, Phase.SAMPLING);
      state = transition.state();
      return transition;
    }
  }
}
