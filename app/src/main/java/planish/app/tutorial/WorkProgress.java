package planish.app.tutorial;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import planish.app.Terminal;
import planish.sampling.RunListener;

/** Shows how far all chains together are: one line, drawn anew on a terminal. */
final class WorkProgress {
  private static final long PAUSE_MILLIS = 15_000;
  private static final long LIVE_PAUSE_MILLIS = 200;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Terminal terminal;
  private final ConcurrentMap<Work, Long> done = new ConcurrentHashMap<>();
  private long all;
  private long last = System.currentTimeMillis();

  WorkProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Counts the work in. */
  synchronized void add(Work work) {
    all += work.transitions();
  }

  RunListener of(Work work) {
    return progress -> {
      done.put(work, progress.done());
      tell(work);
    };
  }

  private synchronized void tell(Work work) {
    long now = System.currentTimeMillis();
    if (now - last < (terminal.live() ? LIVE_PAUSE_MILLIS : PAUSE_MILLIS)) {
      return;
    }
    last = now;
    long made = done.values().stream().mapToLong(Long::longValue).sum();
    String line =
        "%d of %d transitions; now %s %s, seed %d"
            .formatted(made, all, work.setting().id(), work.setting().label(), work.seed());
    terminal.err().print(terminal.live() ? CLEAR_LINE + line : line + "\n");
    terminal.err().flush();
  }

  /** Takes the line away, so that something can be printed in its place. */
  synchronized void clear() {
    if (terminal.live()) {
      terminal.err().print(CLEAR_LINE);
      terminal.err().flush();
    }
  }
}
