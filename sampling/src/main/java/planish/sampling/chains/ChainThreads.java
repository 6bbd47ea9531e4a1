package planish.sampling.chains;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import planish.kernels.DrawSink;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;

/** The threads of one run: each takes the next chain that waits, until none is left. */
final class ChainThreads {
  private final RunTarget target;
  private final RunPlan plan;
  private final DrawSink sink;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Queue<ChainFailure> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean interrupted;

  ChainThreads(RunTarget target, RunPlan plan, DrawSink sink) {
    this.target = target;
    this.plan = plan;
    this.sink = sink;
  }

  void run() throws InterruptedException {
    int count = Math.min(plan.threads(), plan.chains());
    List<Thread> threads = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      threads.add(Thread.ofPlatform().name("planish-chains-" + k).start(this::work));
    }
    for (Thread thread : threads) {
      join(thread);
    }
    if (!failures.isEmpty()) {
      throw first();
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  /**
   * Of several failures at a time, that of the first chain is told, so that it is the same again.
   */
  private ChainFailure first() {
    ChainFailure first = failures.stream().min(comparingInt(ChainFailure::chain)).orElseThrow();
    failures.stream().filter(failure -> failure != first).forEach(first::addSuppressed);
    return first;
  }

  /** Even when interrupted, the chains are waited for: they end at their next transition. */
  private void join(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private void work() {
    int chain = waiting.getAndIncrement();
    while (chain < plan.chains() && !shouldStop()) {
      run(chain);
      chain = waiting.getAndIncrement();
    }
  }

  private boolean shouldStop() {
    return interrupted || !failures.isEmpty() || plan.stop().getAsBoolean();
  }

  /** Whatever is thrown, errors of plugins' class loading included, must end the run in order. */
  private void run(int index) {
    Chain chain = null;
    try {
      chain = new Chain(index, target, plan, sink);
      chain.run(this::shouldStop);
    } catch (Throwable thrown) {
      fail(index, chain == null ? "at its start" : chain.moment(), thrown);
    }
  }

  private void fail(int index, String moment, Throwable thrown) {
    ChainFailure failed = new ChainFailure(index, moment, thrown);
    failures.add(failed);
    try {
      sink.end(index, false);
    } catch (RuntimeException e) {
      failed.addSuppressed(e);
    }
  }
}
