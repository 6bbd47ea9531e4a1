package planish.ensemble;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import planish.autodiff.LogDensity;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.DrawSink;
import planish.kernels.MassMatrix;
import planish.kernels.Phase;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;
import planish.kernels.StateReader;
import planish.kernels.StateWriter;
import planish.kernels.StatisticColumn;
import planish.kernels.Transition;
import planish.kernels.Tuning;

/** One chain: an ensemble and its random numbers. It belongs to one thread. */
final class EnsembleChain {
  private static final double[] NO_GRADIENT = {};

  private final int index;
  private final RunTarget target;
  private final RunPlan plan;
  private final StretchMove move;
  private final DrawSink sink;
  private final LogDensity density;
  private final ChainRandom random;
  private final Walkers walkers;
  private final Tuning tuning;
  private long sweeps;

  EnsembleChain(
      int index, RunTarget target, RunPlan plan, StretchMove move, int walkers, DrawSink sink) {
    this.index = index;
    this.target = target;
    this.plan = plan;
    this.move = move;
    this.sink = sink;
    this.density = target.density().open();
    this.random = plan.root().split(index);
    this.walkers = new Walkers(walkers);
    this.tuning = new Tuning(Map.of(), MassMatrix.identity(density.dimension()));
  }

  void run(BooleanSupplier stop) {
    sink.begin(
        index, List.of(StatisticColumn.integer("walker__"), StatisticColumn.real("mean_lp__")));
    plan.resume()
        .get(index)
        .ifPresentOrElse(
            this::restore, () -> new WalkerStart(target, index, density, random).place(walkers));
    if (sweeps >= plan.warmup()) {
      sink.tuned(index, tuning);
    }
    while (!isComplete() && !stop.getAsBoolean()) {
      sweep();
      sink.checkpoint(index, this::save);
    }
    sink.checkpoint(index, this::save);
    sink.end(index, isComplete());
  }

  private boolean isComplete() {
    return sweeps >= plan.warmup() + (long) plan.draws() * plan.thin();
  }

  private void sweep() {
    boolean warmup = sweeps < plan.warmup();
    double acceptance = move.sweep(walkers, density, random);
    sweeps++;
    long iteration = warmup ? sweeps : sweeps - plan.warmup();
    sink.transition(
        index,
        warmup ? Phase.WARMUP : Phase.SAMPLING,
        iteration,
        iteration % plan.thin() == 0,
        tuning,
        pick(acceptance));
    if (warmup && sweeps == plan.warmup()) {
      sink.tuned(index, tuning);
    }
  }

  private Transition pick(double acceptance) {
    int k = random.nextInt(walkers.count());
    ChainState state =
        ChainState.of(walkers.position(k).clone(), walkers.logDensity(k), NO_GRADIENT);
    return new Transition(state, acceptance, false, new double[] {k + 1, meanLogDensity()});
  }

  private double meanLogDensity() {
    double sum = 0;
    for (int k = 0; k < walkers.count(); k++) {
      sum += walkers.logDensity(k);
    }
    return sum / walkers.count();
  }

  private void save(StateWriter out) {
    out.putLongs("sweeps", sweeps);
    walkers.save(out.child("walkers"));
    random.save(out.child("random"));
  }

  private void restore(StateReader in) {
    sweeps = in.longs("sweeps")[0];
    walkers.restore(in.child("walkers"));
    random.restore(in.child("random"));
  }
}
