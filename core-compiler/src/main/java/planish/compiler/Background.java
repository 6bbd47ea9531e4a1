package planish.compiler;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A daemon thread that does what is asked for, one by one, and ends when nothing is. */
final class Background implements Runnable {
  /** For the first code of programs, which others wait for. */
  static final Background SOON = new Background("planish-compiler");

  /** For better code than what there is: nothing that takes its time holds up the first one. */
  static final Background LATER = new Background("planish-vectoriser");

  private final String name;

  private final BlockingQueue<Runnable> requests = new LinkedBlockingQueue<>();
  private boolean running;

  private Background(String name) {
    this.name = name;
  }

  /** {@return whether something else waits} */
  boolean isAwaited() {
    return !requests.isEmpty();
  }

  synchronized void submit(Runnable request) {
    requests.add(request);
    if (!running) {
      running = true;
      Thread thread = new Thread(null, this, name);
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    try {
      for (Runnable request = next(); request != null; request = next()) {
        request.run();
      }
    } finally {
      stopped();
    }
  }

  /** Where a request ended the thread, the next one starts another. */
  private synchronized void stopped() {
    running = false;
  }

  private Runnable next() {
    try {
      Runnable request = requests.poll(1, TimeUnit.SECONDS);
      return request != null ? request : leave();
    } catch (InterruptedException e) {
      return leave();
    }
  }

  /** A request may have come since the queue was looked at. */
  private synchronized Runnable leave() {
    Runnable late = requests.poll();
    running = late != null;
    return late;
  }
}
