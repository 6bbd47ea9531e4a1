package planish.app.progress;

import java.util.List;
import planish.sampling.ChainProgress;
import planish.sampling.RunProgress;

/** How progress is worded. */
final class ProgressLines {
  private static final int SHORTEST_BAR = 5;
  private static final int LONGEST_BAR = 30;

  /** What divergences and time left usually take: all bars have one length, whatever they are. */
  private static final int ROOM_BEHIND_COUNTS = "12345 divergences, 12:34 min left".length();

  /** With more chains than this a terminal shows one line for all of them. */
  private static final int MOST_CHAINS = 16;

  private ProgressLines() {}

  /** {@return a line for each chain, none wider than that; or one line if there are many chains} */
  static List<String> live(RunProgress progress, int columns) {
    if (progress.chains().size() > MOST_CHAINS) {
      return List.of(cut(total(progress), columns));
    }
    return progress.chains().stream()
        .map(chain -> cut(chain(chain, progress, columns), columns))
        .toList();
  }

  private static String chain(ChainProgress chain, RunProgress progress, int columns) {
    int digits = Long.toString(chain.total()).length();
    String head = "chain %-2d %-8s ".formatted(chain.chain() + 1, stage(chain));
    String counts = ("%" + digits + "d/%d  ").formatted(chain.done(), chain.total());
    String tail =
        counts + divergences(chain.divergences()) + (chain.isRunning() ? left(progress) : "");
    int room = columns - head.length() - counts.length() - ROOM_BEHIND_COUNTS - "[] ".length();
    return room < SHORTEST_BAR
        ? head + tail
        : head + bar(chain, Math.min(room, LONGEST_BAR)) + tail;
  }

  private static String bar(ChainProgress chain, int length) {
    double share = chain.total() == 0 ? 1 : (double) chain.done() / chain.total();
    int full = (int) (share * length);
    return "[" + "=".repeat(full) + " ".repeat(length - full) + "] ";
  }

  /** {@return one line for the whole run} */
  static String total(RunProgress progress) {
    long complete =
        progress.chains().stream()
            .filter(chain -> chain.stage() == ChainProgress.Stage.COMPLETE)
            .count();
    return "%d of %d transitions, %d of %d chains complete, %s%s"
        .formatted(
            progress.done(),
            progress.total(),
            complete,
            progress.chains().size(),
            divergences(progress.divergences()),
            left(progress));
  }

  private static String stage(ChainProgress chain) {
    return switch (chain.stage()) {
      case WAITING -> "waiting";
      case WARMUP -> "warm-up";
      case SAMPLING -> "sampling";
      case COMPLETE -> "complete";
      case STOPPED -> "stopped";
    };
  }

  private static String divergences(long count) {
    return count + (count == 1 ? " divergence" : " divergences");
  }

  /** {@return the time left, after a comma; nothing while it cannot be known} */
  private static String left(RunProgress progress) {
    long seconds = (progress.left().toMillis() + 500) / 1000;
    if (progress.done() <= progress.doneBefore() || !progress.isRunning()) {
      return "";
    }
    if (seconds < 60) {
      return ", " + seconds + " s left";
    }
    return seconds < 3600
        ? ", %d:%02d min left".formatted(seconds / 60, seconds % 60)
        : ", %d:%02d h left".formatted(seconds / 3600, seconds / 60 % 60);
  }

  private static String cut(String line, int columns) {
    return line.length() < columns ? line : line.substring(0, Math.max(0, columns - 1));
  }
}
