package planish.compiler;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A daemon thread that does what is asked for, one by one, and ends when nothing is. */
final class Background implements Runnable {
  private static final Background INSTANCE = new Background();

  private final BlockingQueue<Runnable> requests = new LinkedBlockingQueue<>();
  private boolean running;

  private Background() {}

  static void submit(Runnable request) {
    INSTANCE.add(request);
  }

  private synchronized void add(Runnable request) {
    requests.add(request);
    if (!running) {
      running = true;
      Thread thread = new Thread(null, this, "planish-compiler");
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
