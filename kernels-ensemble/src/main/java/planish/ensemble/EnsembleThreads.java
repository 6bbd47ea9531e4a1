package planish.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import planish.kernels.DrawSink;
import planish.kernels.RunPlan;

/** The threads of one run: each takes the next chain that waits. What one throws ends them all. */
final class EnsembleThreads {
  private final RunPlan plan;
  private final DrawSink sink;
  private final IntFunction<EnsembleChain> chains;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean interrupted;

  EnsembleThreads(RunPlan plan, DrawSink sink, IntFunction<EnsembleChain> chains) {
    this.plan = plan;
    this.sink = sink;
    this.chains = chains;
  }

  void run() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int k = 1; k <= Math.min(plan.threads(), plan.chains()); k++) {
      threads.add(Thread.ofPlatform().name("planish-ensemble-" + k).start(this::work));
    }
    for (Thread thread : threads) {
      join(thread);
    }
    switch (failure.get()) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case Throwable other -> throw new IllegalStateException(other);
    }
    if (interrupted) {
      throw new InterruptedException();
    }
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
    return interrupted || failure.get() != null || plan.stop().getAsBoolean();
  }

  private void run(int chain) {
    try {
      chains.apply(chain).run(this::shouldStop);
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
      sink.end(chain, false);
    }
  }
}
