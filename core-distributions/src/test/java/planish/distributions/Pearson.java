package planish.distributions;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import planish.distributions.family.IncompleteGamma;

/** Pearson's chi-square test of whole numbers against a distribution function. */
final class Pearson {
  private static final double LEAST = 10;

  private Pearson() {}

  /** {@return the probability of cells this far from their expectations} */
  static double pValue(double[] draws, DoubleUnaryOperator cdf) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double statistic = 0;
    int cells = 0;
    int from = 0;
    double below = 0;
    for (double k = 0; from < sorted.length; k++) {
      double reached = cdf.applyAsDouble(k);
      boolean last = sorted.length * (1 - reached) < LEAST;
      double expected = sorted.length * ((last ? 1 : reached) - below);
      if (expected >= LEAST) {
        int to = from;
        while (to < sorted.length && (last || sorted[to] <= k)) {
          to++;
        }
        double excess = to - from - expected;
        statistic += excess * excess / expected;
        cells++;
        from = to;
        below = reached;
      }
      if (last) {
        break;
      }
    }
    return IncompleteGamma.upper((cells - 1) / 2.0, statistic / 2);
  }
}
