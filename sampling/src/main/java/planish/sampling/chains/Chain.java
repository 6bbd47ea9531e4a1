package planish.sampling.chains;

import java.util.function.BooleanSupplier;
import planish.autodiff.LogDensity;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.DrawSink;
import planish.kernels.Kernel;
import planish.kernels.KernelContext;
import planish.kernels.KernelSpec;
import planish.kernels.Phase;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;
import planish.kernels.StateReader;
import planish.kernels.StateWriter;
import planish.kernels.Transition;
import planish.kernels.WindowedAdaptation;
import planish.spi.UserException;

/** One chain: a kernel, its warm-up and its random numbers. It belongs to one thread. */
final class Chain {
  private final int index;
  private final RunTarget target;
  private final RunPlan plan;
  private final DrawSink sink;
  private final KernelSpec spec;
  private final LogDensity density;
  private final Kernel kernel;
  private final ChainRandom random;
  private final WindowedAdaptation warmup;
  private ChainState state;
  private long drawn;

  Chain(int index, RunTarget target, RunPlan plan, DrawSink sink) {
    this.index = index;
    this.target = target;
    this.plan = plan;
    this.sink = sink;
    this.spec = plan.kernel().spec(plan.kernelOptions());
    this.density = opened(target);
    this.kernel =
        new CheckedKernel(
            plan.kernel().create(new KernelContext(density, target.layout(), plan.kernelOptions())),
            density.dimension());
    this.random = plan.root().split(index);
    this.warmup =
        new WindowedAdaptation(
            kernel,
            spec,
            plan.massMatrix().create(target.layout(), plan.massMatrixOptions()),
            plan.windows(),
            plan.warmup());
  }

  /** A density of someone's own, without a model, comes with a layout of its own. */
  private static LogDensity opened(RunTarget target) {
    LogDensity density = target.density().open();
    if (density.dimension() != target.layout().dimension()) {
      throw new UserException(
          "the density has %d coordinates, but its layout has %d: give a layout of as many"
              .formatted(density.dimension(), target.layout().dimension()));
    }
    return density;
  }

  /** Begins, or goes on where the plan says, and makes transitions until it is done or stopped. */
  void run(BooleanSupplier stop) {
    sink.begin(index, spec.columns());
    plan.resume().get(index).ifPresentOrElse(this::restore, this::start);
    if (warmup.isComplete()) {
      sink.tuned(index, warmup.tuning());
    }
    while (!isComplete() && !stop.getAsBoolean()) {
      if (warmup.isComplete()) {
        draw();
      } else {
        warmUp();
      }
      sink.checkpoint(index, this::save);
    }
    // The second one without a transition between them tells the sink that it is the last.
    sink.checkpoint(index, this::save);
    sink.end(index, isComplete());
  }

  private void start() {
    state = kernel.start(target.initial().position(index, density, random), random);
    warmup.begin(random, state);
  }

  private void warmUp() {
    var tuning = warmup.tuning();
    Transition transition = kernel.step(random, state, tuning, Phase.WARMUP);
    warmup.next(random, transition);
    state = transition.state();
    long iteration = warmup.transitions();
    sink.transition(
        index, Phase.WARMUP, iteration, iteration % plan.thin() == 0, tuning, transition);
    if (warmup.isComplete()) {
      sink.tuned(index, warmup.tuning());
    }
  }

  private void draw() {
    Transition transition = kernel.step(random, state, warmup.tuning(), Phase.SAMPLING);
    state = transition.state();
    drawn++;
    sink.transition(
        index, Phase.SAMPLING, drawn, drawn % plan.thin() == 0, warmup.tuning(), transition);
  }

  private boolean isComplete() {
    return warmup.isComplete() && drawn >= (long) plan.draws() * plan.thin();
  }

  /** {@return what is being done, in words, for messages} */
  String moment() {
    if (state == null) {
      return "at its start";
    }
    return warmup.isComplete()
        ? "transition " + (drawn + 1) + " after the warm-up"
        : "warm-up transition " + (warmup.transitions() + 1);
  }

  private void save(StateWriter out) {
    out.putLongs("drawn", drawn);
    state.save(out.child("state"));
    warmup.save(out.child("warmup"));
    random.save(out.child("random"));
  }

  private void restore(StateReader in) {
    drawn = in.longs("drawn")[0];
    state = ChainState.restore(in.child("state"));
    warmup.restore(in.child("warmup"));
    random.restore(in.child("random"));
  }
}
