package planish.app.progress;

import planish.app.Terminal;
import planish.sampling.RunListener;

/** Shows how far a run is. */
public final class Progress {
  private Progress() {}

  /** {@return a listener that shows progress as the terminal allows} */
  public static RunListener on(Terminal terminal) {
    return terminal.live()
        ? new LiveProgress(terminal.err(), terminal.columns())
        : new PlainProgress(terminal.err());
  }
}
