package planish.kernels;

import java.util.ArrayList;
import java.util.List;

/**
 * Which warm-up transitions adapt what: first the step size alone, then windows at whose ends the
 * mass matrix is renewed, each twice as long as the one before, then the step size alone again.
 *
 * <p>Source: Stan Reference Manual 2.35, "HMC algorithm parameters", section on automatic parameter
 * tuning (2024); the rules for short warm-ups as in Stan's windowed adaptation. Where the lengths
 * do not fit, Stan 2.35 announces parts of 15, 75 and 10 per cent but never comes to the end of
 * that window, so its matrix stays the identity; here the window counts.
 *
 * @param initial length of the first part
 * @param terminal length of the last part
 * @param base length of the first window
 */
public record WarmupSchedule(int initial, int terminal, int base) {
  /** Checks the lengths. */
  public WarmupSchedule {
    if (initial < 0 || terminal < 0 || base < 1) {
      throw new IllegalArgumentException(
          "window lengths out of range: " + initial + ", " + base + ", " + terminal);
    }
  }

  /** {@return Stan's: 75, 25, 50} */
  public static WarmupSchedule stan() {
    return new WarmupSchedule(75, 50, 25);
  }

  /**
   * The parts of one warm-up, in transitions.
   *
   * @param initial transitions before the first window
   * @param windows the windows' lengths
   * @param terminal transitions after the last window
   */
  public record Windows(int initial, List<Integer> windows, int terminal) {
    /** Copies the list. */
    public Windows {
      windows = List.copyOf(windows);
    }
  }

  /**
   * {@return the parts for a warm-up of the given length}
   *
   * <p>Below 20 transitions the mass matrix is not adapted at all; where the three lengths do not
   * fit they become 15, 75 and 10 per cent. The first window is always {@code base} long, even
   * where what it leaves is short; each later one takes all that is left when the one after it,
   * twice as long, would not fit.
   *
   * @param warmup number of transitions, at least 0
   */
  public Windows windows(int warmup) {
    if (warmup < 20) {
      return new Windows(warmup, List.of(), 0);
    }
    if (initial + base + terminal > warmup) {
      int first = (int) (0.15 * warmup);
      int last = (int) (0.1 * warmup);
      return new Windows(first, List.of(warmup - first - last), last);
    }
    return new Windows(initial, doubling(warmup - initial - terminal), terminal);
  }

  private List<Integer> doubling(int all) {
    List<Integer> lengths = new ArrayList<>(List.of(base));
    int left = all - base;
    for (long next = 2L * base; left > 0; next *= 2) {
      int length = left < 3 * next ? left : (int) next;
      lengths.add(length);
      left -= length;
    }
    return lengths;
  }
}
