package planish.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WindowedAdaptationTest {
  private static final KernelSpec FULL =
      new KernelSpec(
          OptionalDouble.of(0.8), true, List.of(), Map.of(Tuning.STEP_SIZE, new double[] {2}));

  /** A kernel that only searches: it halves the step size and uses up one random number. */
  private static final class Searching implements Kernel {
    final List<Double> searches = new ArrayList<>();

    @Override
    public ChainState start(double[] position, RandomGenerator random) {
      return ChainState.of(position.clone(), 0, new double[0]);
    }

    @Override
    public Transition step(RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
      double[] next = {random.nextGaussian() / tuning.stepSize()};
      return new Transition(start(next, random), random.nextDouble(), false, new double[0]);
    }

    @Override
    public double findStepSize(RandomGenerator random, ChainState state, Tuning tuning) {
      searches.add(tuning.stepSize());
      return tuning.stepSize() * (0.5 + 0.01 * random.nextDouble());
    }
  }

  /** An adaptation that notes what it is told; its matrices are the identity. */
  private static final class Noting implements MassMatrixAdaptation {
    final List<Double> added = new ArrayList<>();
    final List<Integer> windows = new ArrayList<>();

    @Override
    public MassMatrix initial() {
      return MassMatrix.identity(1);
    }

    @Override
    public void add(double[] position, double[] gradient) {
      added.add(position[0]);
    }

    @Override
    public MassMatrix endWindow() {
      windows.add(added.size());
      added.clear();
      return MassMatrix.identity(1);
    }

    @Override
    public MassMatrix fromArrays(Map<String, double[]> arrays) {
      return MassMatrix.identity(1);
    }

    @Override
    public void save(StateWriter out) {
      out.put("added", added.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public void restore(StateReader in) {
      added.clear();
      for (double x : in.array("added")) {
        added.add(x);
      }
    }
  }

  private static final class Chain {
    final Searching kernel = new Searching();
    final Noting metrics = new Noting();
    final ChainRandom random = ChainRandom.of(11);
    final WindowedAdaptation warmup;
    ChainState state = kernel.start(new double[1], random);

    Chain(KernelSpec spec, int length) {
      warmup = new WindowedAdaptation(kernel, spec, metrics, WarmupSchedule.stan(), length);
    }

    Tuning step() {
      Transition transition = kernel.step(random, state, warmup.tuning(), Phase.WARMUP);
      state = transition.state();
      return warmup.next(random, transition);
    }

    Tuning all() {
      Tuning tuning = warmup.begin(random, state);
      while (!warmup.isComplete()) {
        tuning = step();
      }
      return tuning;
    }
  }

  @Test
  void windowsAndSearchesComeWhenTheyShould() {
    Chain chain = new Chain(FULL, 300);
    chain.all();
    assertThat(chain.metrics.windows).containsExactly(25, 50, 100);
    assertThat(chain.kernel.searches).hasSize(4);
    assertThat(chain.kernel.searches.getFirst()).isEqualTo(2);
    assertThat(chain.metrics.added).isEmpty();
    assertThatThrownBy(chain::step).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void endsWithTheAveragedStepSize() {
    Chain chain = new Chain(FULL, 15);
    chain.warmup.begin(chain.random, chain.state);
    DualAveraging expected = new DualAveraging(0.8, chain.warmup.tuning().stepSize());
    for (int k = 0; k < 15; k++) {
      Transition transition =
          chain.kernel.step(chain.random, chain.state, chain.warmup.tuning(), Phase.WARMUP);
      double stepSize = expected.update(transition.acceptance());
      Tuning tuning = chain.warmup.next(chain.random, transition);
      assertThat(tuning.stepSize()).isEqualTo(k < 14 ? stepSize : expected.averaged());
    }
    assertThat(chain.metrics.windows).isEmpty();
  }

  @Test
  void noWarmupLeavesTheNumbersOfTheKernel() {
    Chain chain = new Chain(FULL, 0);
    assertThat(chain.all().stepSize()).isEqualTo(2);
    assertThat(chain.kernel.searches).isEmpty();
  }

  @Test
  void withoutATargetTheStepSizeStays() {
    KernelSpec spec =
        new KernelSpec(
            OptionalDouble.empty(), true, List.of(), Map.of(Tuning.STEP_SIZE, new double[] {2}));
    Chain chain = new Chain(spec, 200);
    assertThat(chain.all().stepSize()).isEqualTo(2);
    assertThat(chain.kernel.searches).isEmpty();
    assertThat(chain.metrics.windows).containsExactly(25, 50);
  }

  @Test
  void withoutAMassMatrixThereAreNoWindows() {
    KernelSpec spec = new KernelSpec(OptionalDouble.of(0.8), false, List.of());
    Chain chain = new Chain(spec, 200);
    chain.all();
    assertThat(chain.kernel.searches).containsExactly(1.0);
    assertThat(chain.metrics.windows).isEmpty();
    assertThat(chain.metrics.added).isEmpty();
  }

  /** As Stan does with a unit metric: nothing that the step size depends on has changed. */
  @Test
  void aMassMatrixThatLearnsNothingHasNoWindowsEither() {
    Chain chain = new Chain(FULL, 0);
    WindowedAdaptation warmup =
        new WindowedAdaptation(
            chain.kernel, FULL, MassMatrixAdaptation.identity(1), WarmupSchedule.stan(), 1000);
    warmup.begin(chain.random, chain.state);
    DualAveraging expected = new DualAveraging(0.8, warmup.tuning().stepSize());
    while (!warmup.isComplete()) {
      Transition transition =
          chain.kernel.step(chain.random, chain.state, warmup.tuning(), Phase.WARMUP);
      expected.update(transition.acceptance());
      warmup.next(chain.random, transition);
    }
    assertThat(chain.kernel.searches).hasSize(1);
    assertThat(warmup.tuning().stepSize()).isEqualTo(expected.averaged());
  }

  @Test
  void goesOnElsewhereWithTheSameBits() {
    for (int stop : new int[] {0, 1, 74, 75, 76, 99, 100, 149, 150, 199}) {
      Chain straight = new Chain(FULL, 200);
      double expected = straight.all().stepSize();
      Chain first = new Chain(FULL, 200);
      first.warmup.begin(first.random, first.state);
      while (first.warmup.transitions() < stop) {
        first.step();
      }
      StateTree saved = new StateTree();
      first.warmup.save(saved.child("warmup"));
      first.random.save(saved.child("random"));
      first.state.save(saved.child("state"));
      Chain second = new Chain(FULL, 200);
      second.warmup.restore(saved.child("warmup"));
      second.random.restore(saved.child("random"));
      second.state = ChainState.restore(saved.child("state"));
      Tuning tuning = second.warmup.tuning();
      while (!second.warmup.isComplete()) {
        tuning = second.step();
      }
      assertThat(tuning.stepSize()).as("stopped at %s", stop).isEqualTo(expected);
      assertThat(second.state.position()).isEqualTo(straight.state.position());
    }
  }
}
