package planish.app.progress;

import java.io.PrintStream;
import java.time.Duration;
import planish.sampling.RunListener;
import planish.sampling.RunProgress;

/** Progress where nothing can be drawn anew, a log file for one: a plain line now and then. */
final class PlainProgress implements RunListener {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintStream out;
  private Duration next = PAUSE;

  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void progress(RunProgress progress) {
    if (progress.elapsed().compareTo(next) >= 0) {
      out.println(ProgressLines.total(progress));
      next = progress.elapsed().plus(PAUSE);
    }
  }
}
