package planish.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.kernelcheck.Invariance;
import planish.kernelcheck.KernelContract;
import planish.kernelcheck.PlainDensity;
import planish.kernelcheck.Target;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.KernelContext;
import planish.kernels.KernelSpec;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixProvider;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.spi.Options;
import planish.spi.Services;
import planish.spi.UserException;

/** The No-U-Turn sampler (and, by the contract, all kernels that this module sees). */
class NutsKernelTest implements KernelContract {
  @Override
  public int expected() {
    return 2;
  }

  private static Kernel kernel(LogDensity density) {
    return new NutsKernel(density, new TreeDepths(10, 10));
  }

  private static MassMatrix diagonal(double... inverse) {
    return Services.boot()
        .find(MassMatrixProvider.class, "mass matrix")
        .get("diagonal")
        .create(ParameterLayout.single("x", inverse.length), Options.defaults(java.util.List.of()))
        .fromArrays(Map.of("inverse", inverse));
  }

  /** Nine p-values, each below 1e-5 with that probability for a right kernel. */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.Target#difficult")
  void leavesTheTargetInvariant(Target target) {
    Tuning tuning = Tuning.of(0.3, MassMatrix.identity(target.density().get().dimension()));
    Invariance.check(NutsKernelTest::kernel, target, tuning, 4000, 1);
  }

  /**
   * Near the greatest stable step size, where energy errors are large and weights differ: 21 more
   * p-values. With small errors a wrong choice among the points of a trajectory goes unseen; with
   * 10,000 draws so do a criterion that looks at one end of the trajectory alone and weights that
   * are not summed over doublings, which these find out.
   */
  @Test
  void leavesTheTargetInvariantWithCoarseSteps() {
    check(Target.gaussian(2, 0.95), 0.42);
    check(Target.gaussian(2, 0), 1.3);
    check(Target.gaussian(10, 0.5), 1.1);
    check(Target.gaussian(10, 0.5), 0.6);
    check(Target.mixture(), 0.95);
    check(Target.funnel(), 1);
  }

  private static void check(Target target, double stepSize) {
    Tuning tuning = Tuning.of(stepSize, MassMatrix.identity(dimension(target)));
    Invariance.check(NutsKernelTest::kernel, target, tuning, 60_000, 8);
  }

  /** Nine more, with masses that differ. */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.Target#difficult")
  void leavesTheTargetInvariantWithAnyDiagonalMetric(Target target) {
    double[] inverse = Arrays.copyOf(new double[] {2, 0.5, 0.1}, dimension(target));
    Tuning tuning = Tuning.of(0.5, diagonal(inverse));
    Invariance.check(NutsKernelTest::kernel, target, tuning, 4000, 2);
  }

  /** Trees cut short by their depth: nine more. */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.Target#difficult")
  void leavesTheTargetInvariantWithShallowTrees(Target target) {
    Tuning tuning = Tuning.of(0.3, MassMatrix.identity(dimension(target)));
    Invariance.check(
        density -> new NutsKernel(density, new TreeDepths(2, 2)), target, tuning, 4000, 3);
  }

  /** Four p-values for each of two metrics with correlated momenta. */
  @Test
  void leavesTheTargetInvariantWithDenseMetrics() {
    Target target = Target.gaussian(4, 0.9);
    for (MassMatrix metric : new MassMatrix[] {DenseMetrics.dense(), DenseMetrics.blocks()}) {
      Invariance.check(NutsKernelTest::kernel, target, Tuning.of(0.7, metric), 10_000, 9);
    }
  }

  @Test
  void aPairOfDepthsIsThatOfTheWarmupAndOfTheDraws() {
    NutsProvider provider = new NutsProvider();
    Options options =
        Options.of("kernel 'nuts'", provider.options(), Map.of("max-tree-depth", " 3, 5"));
    PlainDensity density = PlainDensity.standardNormal(4);
    Kernel kernel =
        provider.create(new KernelContext(density, ParameterLayout.single("x", 4), options));
    ChainRandom random = ChainRandom.of(10);
    ChainState state = kernel.start(new double[4], random);
    Tuning tuning = Tuning.of(1e-3, MassMatrix.identity(4));
    Transition warming = kernel.step(random, state, tuning, Phase.WARMUP);
    Transition drawing = kernel.step(random, state, tuning, Phase.SAMPLING);
    assertThat(warming.statistics()[1]).isEqualTo(3);
    assertThat(warming.statistics()[2]).isEqualTo(7);
    assertThat(drawing.statistics()[1]).isEqualTo(5);
    assertThat(drawing.statistics()[2]).isEqualTo(31);
    assertThat(TreeDepths.parse("7")).isEqualTo(new TreeDepths(7, 7));
  }

  private static int dimension(Target target) {
    return target.density().get().dimension();
  }

  /** Four p-values for each of four dimensions, as above. */
  @Test
  void leavesGaussiansOfManyDimensionsInvariant() {
    for (int dimension : new int[] {2, 10, 50, 200}) {
      Tuning tuning = Tuning.of(0.35, MassMatrix.identity(dimension));
      Invariance.check(NutsKernelTest::kernel, Target.gaussian(dimension, 0.5), tuning, 2000, 4);
    }
  }

  /**
   * A period is 2π. In many dimensions, from a typical start, the criterion falls when half of it
   * is spanned: between 2¹¹ and 2¹² steps of 0.001, so at the end of the twelfth doubling.
   */
  @Test
  void tinyStepsStopAfterHalfAPeriod() {
    Target target = Target.gaussian(200, 0);
    Kernel kernel = new NutsKernel(target.density().get(), new TreeDepths(20, 20));
    ChainRandom random = ChainRandom.of(5);
    Tuning tuning = Tuning.of(1e-3, MassMatrix.identity(200));
    for (int k = 0; k < 5; k++) {
      ChainState state = kernel.start(target.draw().position(random), random);
      Transition transition = kernel.step(random, state, tuning, Phase.SAMPLING);
      assertThat(transition.statistics()[1]).isEqualTo(12);
      assertThat(transition.statistics()[2]).isEqualTo(4095);
    }
  }

  /**
   * Without the criteria across subtrees, step sizes in resonance with the period miss the turn and
   * the tree grows to several periods.
   */
  @Test
  void noStepSizeMissesTheTurn() {
    double before = Double.POSITIVE_INFINITY;
    for (double stepSize = 0.1; stepSize < 1.8; stepSize += 0.025) {
      double depth = meanDepth(stepSize);
      assertThat(depth).as("step size %s", stepSize).isLessThan(before + 0.25);
      assertThat(depth)
          .as("step size %s", stepSize)
          .isLessThan(1.3 + Math.log(Math.PI / stepSize) / Math.log(2));
      before = depth;
    }
  }

  private static double meanDepth(double stepSize) {
    Kernel kernel = kernel(PlainDensity.standardNormal(10));
    ChainRandom random = ChainRandom.of(6);
    ChainState state = kernel.start(new double[10], random);
    Tuning tuning = Tuning.of(stepSize, MassMatrix.identity(10));
    double sum = 0;
    for (int k = 0; k < 400; k++) {
      Transition transition = kernel.step(random, state, tuning, Phase.SAMPLING);
      state = transition.state();
      sum += transition.statistics()[1];
    }
    return sum / 400;
  }

  @Test
  void optionsHaveTheirRanges() {
    NutsProvider provider = new NutsProvider();
    for (String option :
        new String[] {
          "max-tree-depth=0",
          "max-tree-depth=21",
          "max-tree-depth=ten",
          "max-tree-depth=",
          "max-tree-depth=5,",
          "max-tree-depth=0,5",
          "max-tree-depth=5,21",
          "max-tree-depth=5,6,7",
          "max-tree-depth=-1",
          "target-accept=1"
        }) {
      String[] parts = option.split("=", 2);
      Map<String, String> wrong = Map.of(parts[0], parts[1]);
      assertThatThrownBy(() -> provider.spec(Options.of("kernel", provider.options(), wrong)))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("--" + parts[0] + ": expected a ")
          .hasMessageContaining("but got '" + parts[1] + "'");
    }
    Map<String, String> given = Map.of("target-accept", "0.95", "step-size", "0.01");
    KernelSpec spec = provider.spec(Options.of("kernel", provider.options(), given));
    assertThat(spec.targetAcceptance()).hasValue(0.95);
    assertThat(spec.initialTuning().get(Tuning.STEP_SIZE)).containsExactly(0.01);
    assertThat(spec.usesMassMatrix()).isTrue();
  }

  @Test
  void aDensityThatIsNotANumberIsADivergence() {
    LogDensity walled =
        new PlainDensity(
            1,
            (q, g) -> {
              g[0] = -q[0];
              return q[0] > 1 ? Double.NaN : -0.5 * q[0] * q[0];
            });
    Kernel kernel = kernel(walled);
    ChainRandom random = ChainRandom.of(7);
    ChainState state = kernel.start(new double[] {0.99}, random);
    int divergences = 0;
    for (int k = 0; k < 100; k++) {
      Transition transition =
          kernel.step(random, state, Tuning.of(0.5, MassMatrix.identity(1)), Phase.SAMPLING);
      divergences += transition.divergent() ? 1 : 0;
      assertThat(transition.statistics()[3]).isEqualTo(transition.divergent() ? 1 : 0);
    }
    assertThat(divergences).isBetween(20, 100);
  }
}
