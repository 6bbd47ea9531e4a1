package planish.kernels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The threads of one run, for samplers whose chains go their own ways: each thread takes the next
 * chain that waits, until none is left. Once a chain has failed, the plan's stop signal is up, or
 * the calling thread is interrupted, no other begins and those that run are told to end.
 */
public final class ChainWorkers {
  private final RunPlan plan;
  private final Body body;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Queue<Failed> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean interrupted;

  private ChainWorkers(RunPlan plan, Body body) {
    this.plan = plan;
    this.body = body;
  }

  /** What one chain does. */
  @FunctionalInterface
  public interface Body {
    /**
     * Runs a chain to its end.
     *
     * @param chain from 0
     * @param stop whether it should end at its next transition; asked often
     */
    void run(int chain, BooleanSupplier stop);
  }

  /**
   * A chain that failed.
   *
   * @param chain from 0
   * @param thrown what its body threw; errors of plugins' class loading included
   */
  public record Failed(int chain, Throwable thrown) {}

  /**
   * Runs all chains of a plan on as many threads as it says, and waits for their end.
   *
   * @param plan the chains, the threads, and the stop signal
   * @param name what the threads are called, for people: {@code planish-chains}
   * @param body what each chain does
   * @return the chains that failed, by their numbers, so that the first is the same again
   * @throws InterruptedException if the calling thread was interrupted and no chain failed; all
   *     have ended then
   */
  public static List<Failed> run(RunPlan plan, String name, Body body) throws InterruptedException {
    return new ChainWorkers(plan, body).run(name);
  }

  private List<Failed> run(String name) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int k = 1; k <= Math.min(plan.threads(), plan.chains()); k++) {
      threads.add(Thread.ofPlatform().name(name + "-" + k).start(this::work));
    }
    threads.forEach(this::join);
    if (failures.isEmpty() && interrupted) {
      throw new InterruptedException();
    }
    return failures.stream().sorted(Comparator.comparingInt(Failed::chain)).toList();
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
      try {
        body.run(chain, this::shouldStop);
      } catch (Throwable thrown) {
        failures.add(new Failed(chain, thrown));
      }
      chain = waiting.getAndIncrement();
    }
  }

  private boolean shouldStop() {
    return interrupted || !failures.isEmpty() || plan.stop().getAsBoolean();
  }
}
