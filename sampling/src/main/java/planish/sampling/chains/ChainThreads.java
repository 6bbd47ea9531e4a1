package planish.sampling.chains;

import java.util.List;
import java.util.function.BooleanSupplier;
import planish.kernels.ChainWorkers;
import planish.kernels.DrawSink;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;

/** Runs the chains of a plan, and tells the first failure with the chain and the moment. */
final class ChainThreads {
  private final RunTarget target;
  private final RunPlan plan;
  private final DrawSink sink;

  ChainThreads(RunTarget target, RunPlan plan, DrawSink sink) {
    this.target = target;
    this.plan = plan;
    this.sink = sink;
  }

  void run() throws InterruptedException {
    List<ChainWorkers.Failed> failures = ChainWorkers.run(plan, "planish-chains", this::run);
    if (!failures.isEmpty()) {
      throw first(failures);
    }
  }

  /** Of several failures, that of the first chain is told, so that it is the same again. */
  private static ChainFailure first(List<ChainWorkers.Failed> failures) {
    ChainFailure first = (ChainFailure) failures.getFirst().thrown();
    failures.stream().skip(1).map(ChainWorkers.Failed::thrown).forEach(first::addSuppressed);
    return first;
  }

  /** Whatever is thrown, errors of plugins' class loading included, must end the run in order. */
  private void run(int index, BooleanSupplier stop) {
    Chain chain = null;
    try {
      chain = new Chain(index, target, plan, sink);
      chain.run(stop);
    } catch (Throwable thrown) {
      throw failed(index, chain == null ? "at its start" : chain.moment(), thrown);
    }
  }

  private ChainFailure failed(int index, String moment, Throwable thrown) {
    ChainFailure failure = new ChainFailure(index, moment, thrown);
    try {
      sink.end(index, false);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
