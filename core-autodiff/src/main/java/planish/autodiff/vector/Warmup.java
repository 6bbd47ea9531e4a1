package planish.autodiff.vector;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Exercises the vector code of requested operations in a daemon thread until it is as fast as the
 * plain one.
 *
 * <p>The thread is started by the first request and ends when there was none for a while.
 */
final class Warmup implements Runnable {
  /** An operation whose vector code is not fast by then stays plain. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

  /** Where both run the same code, the clock's noise must not decide. */
  private static final double AS_FAST = 1.05;

  private static final int ROUNDS = 50;

  private final VectorLoops vector;
  private final IntConsumer ready;
  private final BlockingQueue<Integer> requests = new LinkedBlockingQueue<>();
  private boolean running;
  private volatile double answer;

  /**
   * A warm-up that has not begun.
   *
   * @param vector the loops to exercise
   * @param ready told of each operation that has become fast
   */
  Warmup(VectorLoops vector, IntConsumer ready) {
    this.vector = vector;
    this.ready = ready;
  }

  synchronized void request(int operation) {
    requests.add(operation);
    if (!running) {
      running = true;
      Thread.ofPlatform().daemon().name("planish-vector-warmup").start(this);
    }
  }

  @Override
  public void run() {
    for (Integer operation = next(); operation != null; operation = next()) {
      if (becomesFast(operation)) {
        ready.accept(operation);
      }
    }
  }

  private Integer next() {
    try {
      Integer operation = requests.poll(1, TimeUnit.SECONDS);
      return operation != null ? operation : leave();
    } catch (InterruptedException e) {
      return leave();
    }
  }

  /** A request may have come since the queue was looked at. */
  private synchronized Integer leave() {
    Integer late = requests.poll();
    running = late != null;
    return late;
  }

  private boolean becomesFast(int operation) {
    Exercise exercise = new Exercise();
    long start = System.nanoTime();
    long plain = Long.MAX_VALUE;
    int fast = 0;
    while (fast < 3 && System.nanoTime() - start < PATIENCE) {
      plain = Math.min(plain, time(exercise, PlainLoops.INSTANCE, operation));
      fast = time(exercise, vector, operation) <= AS_FAST * plain ? fast + 1 : 0;
    }
    return fast == 3;
  }

  private long time(Exercise exercise, VectorLoops loops, int operation) {
    long start = System.nanoTime();
    double sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += exercise.run(loops, operation);
    }
    answer = sum;
    return System.nanoTime() - start;
  }
}
