package planish.kernels;

import java.util.ArrayList;
import java.util.List;

/** Counts warm-up transitions and knows in which window they fall. */
final class WindowClock {
  private final int first;
  private final List<Integer> ends;
  private final int length;
  private int now;

  /** Without windows, every transition lies outside of one. */
  WindowClock(WarmupSchedule.Windows parts, boolean windows, int length) {
    this.first = parts.initial();
    this.ends = windows ? ends(parts) : List.of();
    this.length = length;
  }

  private static List<Integer> ends(WarmupSchedule.Windows parts) {
    List<Integer> ends = new ArrayList<>();
    int end = parts.initial();
    for (int window : parts.windows()) {
      end += window;
      ends.add(end);
    }
    return ends;
  }

  /** Whether the transition at hand belongs to a window. */
  boolean inWindow() {
    return !ends.isEmpty() && now >= first && now < ends.getLast();
  }

  /** Whether the transition at hand is the last of a window. */
  boolean atWindowEnd() {
    return ends.contains(now + 1);
  }

  void tick() {
    now++;
  }

  boolean isOver() {
    return now >= length;
  }

  int now() {
    return now;
  }

  void set(int transitions) {
    now = transitions;
  }
}
