package planish.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Ctrl-C does: the first one asks the command to come to its end, and the runtime waits until
 * it has; then the runtime ends with the code that tells of the signal (130, or 143 for SIGTERM).
 */
public final class Interruption {
  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private boolean watching;

  /** Watches for nothing until it is told to. */
  public Interruption() {}

  /**
   * From now on Ctrl-C lets the command end by itself. Until then it ends the program at once: a
   * command that has nothing to save need not be waited for.
   */
  public synchronized void watch() {
    if (!watching) {
      watching = true;
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "planish-interruption"));
    }
  }

  /** {@return whether the command should come to its end} */
  public boolean requested() {
    return requested.get();
  }

  private void stop() {
    if (finished.getCount() == 0) {
      return;
    }
    requested.set(true);
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the program; where a signal is ending it already, lets it. */
  void exit(ExitCode code) {
    finished.countDown();
    if (!requested.get()) {
      System.exit(code.number());
    }
  }
}
