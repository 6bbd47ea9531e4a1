package planish.app.progress;

import java.io.PrintStream;
import java.util.List;
import planish.sampling.RunListener;
import planish.sampling.RunProgress;

/** Progress on a terminal: a line for each chain, drawn anew in its place. */
final class LiveProgress implements RunListener {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_LINE = "\u001b[2K";

  private final PrintStream out;
  private final int columns;
  private int drawn;

  LiveProgress(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void progress(RunProgress progress) {
    List<String> lines = ProgressLines.live(progress, columns);
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append(UP.formatted(drawn));
    }
    for (String line : lines) {
      text.append('\r').append(CLEAR_LINE).append(line).append('\n');
    }
    drawn = lines.size();
    // At once, so that no half-drawn state is seen.
    out.print(text);
    out.flush();
  }
}
