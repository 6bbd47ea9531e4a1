package planish.kernels;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Stan's warm-up: the step size is adapted at every transition, the mass matrix at the end of each
 * window of a {@link WarmupSchedule}; after a new matrix the step size is searched for and averaged
 * anew.
 *
 * <p>It only makes the {@link Tuning} for the next transition: the transitions are made by whoever
 * runs the chain.
 *
 * {@snippet :
 * Tuning tuning = warmup.begin(random, state);
 * while (!warmup.isComplete()) {
 *   Transition transition = kernel.step(random, state, tuning, Phase.WARMUP);
 *   state = transition.state();
 *   tuning = warmup.next(random, transition);
 * }
 * }
 *
 * <p>A kernel without a target acceptance has no step-size adaptation, one that uses no mass matrix
 * keeps the identity. A matrix that cannot change knows no windows. It belongs to one chain; what
 * it has gathered can be written down at any transition.
 *
 * <p>The first search's step size is what the averaging starts from, as in Hoffman and Gelman
 * (2014); Stan starts it from the kernel's own first step size until the first window ends.
 *
 * <p>Source: Stan Reference Manual 2.35 (2024), "HMC algorithm parameters", automatic parameter
 * tuning.
 */
public final class WindowedAdaptation implements Snapshot {
  private final Kernel kernel;
  private final OptionalDouble target;
  private final MassMatrixAdaptation metrics;
  private final WindowClock clock;
  private final DualAveraging stepSizes;
  private Tuning tuning;

  /**
   * The warm-up of one chain.
   *
   * @param kernel searches for step sizes
   * @param spec what is adapted, and the numbers to begin with
   * @param metrics learns the mass matrix
   * @param schedule the windows
   * @param warmup the number of warm-up transitions, at least 0
   */
  public WindowedAdaptation(
      Kernel kernel,
      KernelSpec spec,
      MassMatrixAdaptation metrics,
      WarmupSchedule schedule,
      int warmup) {
    this.kernel = kernel;
    this.target = spec.targetAcceptance();
    this.metrics =
        spec.usesMassMatrix()
            ? metrics
            : MassMatrixAdaptation.identity(metrics.initial().dimension());
    this.clock = new WindowClock(schedule.windows(warmup), this.metrics.learns(), warmup);
    this.tuning = new Tuning(spec.initialTuning(), this.metrics.initial());
    this.stepSizes = new DualAveraging(target.orElse(0.5), tuning.stepSize());
  }

  /**
   * {@return the tuning for the first transition}
   *
   * <p>The step size is searched for from the kernel's first one. Without any warm-up there is no
   * search: the kernel's own numbers stay.
   *
   * @param random the chain's generator
   * @param state where the chain starts
   */
  public Tuning begin(RandomGenerator random, ChainState state) {
    if (!isComplete()) {
      searchStepSize(random, state);
    }
    return tuning;
  }

  /**
   * Takes in one warm-up transition.
   *
   * @param random the chain's generator
   * @param transition the outcome of the transition that was made with {@link #tuning()}
   * @return the tuning for the next transition; after the last one, that of the draws
   * @throws IllegalStateException if the warm-up is complete
   */
  public Tuning next(RandomGenerator random, Transition transition) {
    if (isComplete()) {
      throw new IllegalStateException("the warm-up has ended");
    }
    if (target.isPresent()) {
      tuning = tuning.withStepSize(stepSizes.update(transition.acceptance()));
    }
    ChainState state = transition.state();
    if (clock.inWindow()) {
      metrics.add(state.position(), state.gradient());
    }
    boolean renew = clock.atWindowEnd();
    clock.tick();
    if (renew) {
      tuning = tuning.withMetric(metrics.endWindow());
      searchStepSize(random, state);
    }
    if (isComplete()) {
      settle();
    }
    return tuning;
  }

  private void searchStepSize(RandomGenerator random, ChainState state) {
    if (target.isPresent()) {
      double stepSize = kernel.findStepSize(random, state, tuning);
      tuning = tuning.withStepSize(stepSize);
      stepSizes.restart(stepSize);
    }
  }

  /** With no transition since the last search there is no average: the searched step size stays. */
  private void settle() {
    if (target.isPresent() && stepSizes.count() > 0) {
      tuning = tuning.withStepSize(stepSizes.averaged());
    }
  }

  /** {@return the tuning for the next transition} */
  public Tuning tuning() {
    return tuning;
  }

  /** {@return whether all warm-up transitions were taken in} */
  public boolean isComplete() {
    return clock.isOver();
  }

  /** {@return how many warm-up transitions were taken in} */
  public int transitions() {
    return clock.now();
  }

  @Override
  public void save(StateWriter out) {
    out.putLongs("transitions", clock.now());
    tuning.save(out.child("tuning"));
    stepSizes.save(out.child("step_sizes"));
    metrics.save(out.child("metrics"));
  }

  @Override
  public void restore(StateReader in) {
    clock.set(Math.toIntExact(in.longs("transitions")[0]));
    tuning = Tuning.restore(in.child("tuning"), metrics);
    stepSizes.restore(in.child("step_sizes"));
    metrics.restore(in.child("metrics"));
  }
}
