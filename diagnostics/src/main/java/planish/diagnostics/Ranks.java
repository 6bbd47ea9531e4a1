package planish.diagnostics;

/** Ranks among sorted numbers, none of them NaN; equal numbers share the mean of their ranks. */
final class Ranks {
  private Ranks() {}

  /**
   * {@return the rank of a number, from 1}
   *
   * @param sorted ascending; the number is one of them
   * @param x the number
   */
  static double of(double[] sorted, double x) {
    int below = countBelow(sorted, x);
    boolean tied = below + 1 < sorted.length && sorted[below + 1] == x;
    int through = tied ? countBelow(sorted, Math.nextUp(x)) : below + 1;
    return (below + 1 + through) / 2.0;
  }

  /** Halves without a jump: the processor cannot foresee where a draw lies. */
  private static int countBelow(double[] sorted, double x) {
    int low = 0;
    int length = sorted.length;
    while (length > 1) {
      int half = length >>> 1;
      low += sorted[low + half - 1] < x ? half : 0;
      length -= half;
    }
    return low + (length == 1 && sorted[low] < x ? 1 : 0);
  }
}
