package planish.autodiff.shard;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import planish.autodiff.program.Status;

/**
 * Evaluates shards in one program: the caller and its helpers take one after the other until none
 * is left. A helper that comes too late finds the door closed; nobody waits for it.
 */
final class LocalSession implements ShardRunner.Session {
  private static final int SPINS = 200;
  private static final long WAIT = 50_000;

  private final ShardSet shards;
  private final LocalRunner runner;
  private final ShardSet.Worker caller;
  private final Pace pace = new Pace();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private ShardTask[] helpers = {};
  private double[] parameters;
  private double[][] results;
  private volatile boolean open;
  private volatile Thread waiting;
  private volatile int failedShard;
  private Status failure;
  private Throwable thrown;
  private long lastNanos;

  LocalSession(ShardSet shards, LocalRunner runner) {
    this.shards = shards;
    this.runner = runner;
    this.caller = shards.open();
  }

  @Override
  public Status run(double[] parameters, double[][] results) {
    this.parameters = parameters;
    this.results = results;
    failedShard = shards.count();
    failure = Status.FINE;
    thrown = null;
    next.set(0);
    long start = System.nanoTime();
    int help = help();
    if (help == 0) {
      work(caller);
    } else {
      together(help);
    }
    rethrow();
    lastNanos = System.nanoTime() - start;
    pace.took(help > 0, lastNanos);
    return failure;
  }

  @Override
  public int failed() {
    return failedShard;
  }

  private int help() {
    int most = Math.min(runner.helpers().applyAsInt(lastNanos), shards.count() - 1);
    return most > 0 && (!runner.measured() || pace.pays()) ? most : 0;
  }

  private void together(int help) {
    if (helpers.length < help) {
      grow(help);
    }
    open = true;
    for (int k = 0; k < help; k++) {
      helpers[k].call(runner.pool());
    }
    try {
      work(caller);
    } finally {
      open = false;
      await();
    }
  }

  private void grow(int help) {
    ShardTask[] more = Arrays.copyOf(helpers, help);
    for (int k = helpers.length; k < help; k++) {
      more[k] = new ShardTask(this, shards.open());
    }
    helpers = more;
  }

  /** Waits for the helpers that have entered. */
  private void await() {
    for (int k = 0; k < SPINS && inside.get() > 0; k++) {
      Thread.onSpinWait();
    }
    waiting = Thread.currentThread();
    while (inside.get() > 0) {
      LockSupport.parkNanos(this, WAIT);
    }
    waiting = null;
  }

  private void rethrow() {
    Throwable error = thrown;
    if (error instanceof RuntimeException e) {
      throw e;
    } else if (error instanceof Error e) {
      throw e;
    }
  }

  /** What a helper does when it comes. */
  void help(ShardSet.Worker worker) {
    inside.incrementAndGet();
    try {
      if (open) {
        work(worker);
      }
    } finally {
      if (inside.decrementAndGet() == 0) {
        LockSupport.unpark(waiting);
      }
    }
  }

  private void work(ShardSet.Worker worker) {
    int count = shards.count();
    // Those before a shard that failed are all evaluated: which one is told does not depend on
    // chance.
    for (int k = next.getAndIncrement(); k < count && k < failedShard; k = next.getAndIncrement()) {
      try {
        Status status = worker.run(k, parameters, results[k]);
        if (!status.isFine()) {
          failed(k, status, null);
        }
      } catch (RuntimeException | Error e) {
        failed(k, Status.FINE, e);
      }
    }
  }

  private synchronized void failed(int shard, Status status, Throwable error) {
    if (shard < failedShard) {
      failedShard = shard;
      failure = status;
      thrown = error;
    }
  }
}
