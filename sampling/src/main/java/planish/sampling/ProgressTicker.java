package planish.sampling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import planish.sampling.ChainProgress.Stage;
import planish.sampling.output.ChainRecorder;
import planish.sampling.output.RecorderState;

/** Tells a listener how far a run is, from a thread of its own. */
final class ProgressTicker implements AutoCloseable {
  private static final long MILLIS = 100;

  private final RunListener listener;
  private final RunSettings settings;
  private final List<ChainRecorder> chains;
  private final StopSignal stop;
  private final long before;
  private final long began = System.nanoTime();
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean failed;

  private ProgressTicker(
      RunListener listener, RunSettings settings, List<ChainRecorder> chains, StopSignal stop) {
    this.listener = listener;
    this.settings = settings;
    this.chains = chains;
    this.stop = stop;
    this.before = progress(0).done();
    this.thread = Thread.ofPlatform().daemon().name("planish-progress").unstarted(this::work);
  }

  static ProgressTicker start(
      RunListener listener, RunSettings settings, List<ChainRecorder> chains, StopSignal stop) {
    ProgressTicker ticker = new ProgressTicker(listener, settings, chains, stop);
    ticker.thread.start();
    return ticker;
  }

  private void work() {
    do {
      tell();
    } while (!closes());
    tell();
  }

  private boolean closes() {
    try {
      return closing.await(MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void tell() {
    if (failed) {
      return;
    }
    try {
      listener.progress(progress(before));
    } catch (RuntimeException e) {
      failed = true;
      LoggerFactory.getLogger(ProgressTicker.class)
          .warn("the listener of the run's progress failed and is not called again", e);
    }
  }

  private RunProgress progress(long doneBefore) {
    return new RunProgress(chains.stream().map(this::progress).toList(), elapsed(), doneBefore);
  }

  private ChainProgress progress(ChainRecorder chain) {
    RecorderState now = chain.now();
    return new ChainProgress(
        chain.chain(),
        stage(chain, now),
        now.transitions(),
        settings.warmup(),
        settings.transitions(),
        now.divergences());
  }

  private Stage stage(ChainRecorder chain, RecorderState now) {
    if (!chain.hasBegun()) {
      // When the run ends, or is to end, nobody begins it any more.
      return closing.getCount() == 0 || stop.isRaised() ? Stage.STOPPED : Stage.WAITING;
    }
    if (chain.hasEnded()) {
      return chain.isComplete() ? Stage.COMPLETE : Stage.STOPPED;
    }
    return now.warmup() < settings.warmup() ? Stage.WARMUP : Stage.SAMPLING;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Tells the listener the last state of things; waits until it has heard. */
  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
