package planish.diagnostics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import planish.diagnostics.numeric.NormalQuantile;

/** What is done to chains before a diagnostic looks at them; a chain is {@code [chain][draw]}. */
final class Chains {
  /** Blom's offset for normal scores (Vehtari et al. 2021, section 3.1). */
  private static final double BLOM = 3.0 / 8;

  private Chains() {}

  /** Refuses chains of different lengths. */
  static double[][] sameLength(double[][] chains) {
    for (double[] chain : chains) {
      if (chain.length != chains[0].length) {
        throw new IllegalArgumentException(
            "chains must have the same number of draws, but one has "
                + chains[0].length
                + " and another "
                + chain.length);
      }
    }
    return chains;
  }

  static double[] pooled(double[][] chains) {
    int size = Arrays.stream(chains).mapToInt(chain -> chain.length).sum();
    double[] all = new double[size];
    int next = 0;
    for (double[] chain : chains) {
      System.arraycopy(chain, 0, all, next, chain.length);
      next += chain.length;
    }
    return all;
  }

  /** All draws in ascending order. */
  static double[] sorted(double[][] chains) {
    double[] all = pooled(chains);
    Arrays.sort(all);
    return all;
  }

  /** Each chain's halves as chains of their own; the middle draw of an odd number is left out. */
  static double[][] split(double[][] chains) {
    if (chains.length == 0 || chains[0].length < 2) {
      return chains;
    }
    int n = chains[0].length;
    double[][] halves = new double[2 * chains.length][];
    for (int c = 0; c < chains.length; c++) {
      halves[c] = Arrays.copyOfRange(chains[c], 0, n / 2);
      halves[chains.length + c] = Arrays.copyOfRange(chains[c], n - n / 2, n);
    }
    return halves;
  }

  static double[][] map(double[][] chains, DoubleUnaryOperator function) {
    double[][] result = new double[chains.length][];
    for (int c = 0; c < chains.length; c++) {
      double[] chain = chains[c];
      result[c] = new double[chain.length];
      for (int k = 0; k < chain.length; k++) {
        result[c][k] = function.applyAsDouble(chain[k]);
      }
    }
    return result;
  }

  /**
   * Each draw replaced by the normal quantile of its rank among all, ties by their average rank:
   * Φ⁻¹((rank − 3/8)/(S + 1/4)).
   */
  static double[][] normalScores(double[][] chains) {
    if (!finite(chains)) {
      return chains;
    }
    double[] sorted = sorted(chains);
    double scale = 1 / (sorted.length - 2 * BLOM + 1);
    return map(chains, x -> NormalQuantile.of((Ranks.of(sorted, x) - BLOM) * scale));
  }

  static boolean finite(double[][] chains) {
    for (double[] chain : chains) {
      for (double x : chain) {
        if (!Double.isFinite(x)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether there is nothing to judge: no draws, a draw that is not finite, all draws alike. */
  static boolean unjudgeable(double[][] chains) {
    if (chains.length == 0 || chains[0].length == 0 || !finite(chains)) {
      return true;
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double[] chain : chains) {
      for (double x : chain) {
        least = Math.min(least, x);
        greatest = Math.max(greatest, x);
      }
    }
    double magnitude = Math.max(Math.abs(least), Math.abs(greatest));
    return greatest - least <= Math.ulp(1.0) * Math.min(1, magnitude);
  }
}
