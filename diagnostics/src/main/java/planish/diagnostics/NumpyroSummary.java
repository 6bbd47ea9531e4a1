package planish.diagnostics;

import java.util.Arrays;
import java.util.stream.IntStream;
import planish.diagnostics.numeric.Autocovariance;
import planish.diagnostics.numeric.Moments;

/**
 * What NumPyro's {@code print_summary} says of one number: its definitions, without rank
 * normalisation. NaN where the draws are not finite, all alike or fewer than four of a chain.
 *
 * <p>Source: the reference of {@code numpyro.diagnostics}, NumPyro 0.22 (2026); Geyer, Practical
 * Markov chain Monte Carlo, Statistical Science 7 (1992), section 3.3.
 *
 * @param variable the element's name
 * @param mean the mean of all draws
 * @param std the sample standard deviation of all draws
 * @param median the median
 * @param low the lower end of the narrowest interval that holds 90 % of the draws
 * @param high its upper end
 * @param nEff the effective sample size of whole chains, see {@link #effectiveSampleSize}
 * @param rHat see {@link RHat#split}; the halves of one chain are compared too
 */
public record NumpyroSummary(
    String variable,
    double mean,
    double std,
    double median,
    double low,
    double high,
    double nEff,
    double rHat) {
  private static final double PROBABILITY = 0.9;

  /**
   * {@return the summary of one number's draws}
   *
   * @param variable its name
   * @param chains {@code [chain][draw]}, all of one length
   */
  public static NumpyroSummary of(String variable, double[][] chains) {
    double[] all = Chains.pooled(Chains.sameLength(chains));
    double[] sorted = Chains.sorted(chains);
    int start = narrowest(sorted);
    boolean none = sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1]);
    return new NumpyroSummary(
        variable,
        Moments.mean(all),
        Math.sqrt(Moments.variance(all)),
        Quantiles.median(sorted),
        none ? Double.NaN : sorted[start],
        none ? Double.NaN : sorted[start + length(sorted)],
        effectiveSampleSize(chains),
        RHat.split(chains));
  }

  /** So many draws lie between the interval's ends, one of them counted. */
  private static int length(double[] sorted) {
    return (int) (PROBABILITY * sorted.length);
  }

  /** The first of the narrowest intervals begins there. */
  private static int narrowest(double[] sorted) {
    int length = length(sorted);
    int best = 0;
    for (int k = 1; k < sorted.length - length; k++) {
      if (sorted[k + length] - sorted[k] < sorted[best + length] - sorted[best]) {
        best = k;
      }
    }
    return best;
  }

  /**
   * {@return the effective sample size of whole chains of the draws as they are}
   *
   * <p>The autocorrelations of all chains together are summed over pairs of lags; from the second
   * pair on, a pair counts no more than the least before it, and never less than nothing. Unlike
   * {@link EffectiveSampleSize} it does not split chains, so that a drift shows less, and has no
   * upper bound.
   *
   * @param chains {@code [chain][draw]}, all of one length
   */
  public static double effectiveSampleSize(double[][] chains) {
    if (Chains.unjudgeable(Chains.sameLength(chains)) || chains[0].length < 4) {
      return Double.NaN;
    }
    int n = chains[0].length;
    Autocovariance[] parts =
        Arrays.stream(chains).map(Autocovariance::new).toArray(Autocovariance[]::new);
    double zeroth = mean(parts, 0);
    double total = zeroth;
    double within = zeroth;
    if (parts.length > 1) {
      total += Moments.variance(Arrays.stream(parts).mapToDouble(Autocovariance::mean).toArray());
      within = zeroth * n / (n - 1);
    }
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int lag = 0; lag + 1 < n && least > 0; lag += 2) {
      double even = lag == 0 ? 1 : 1 - (within - mean(parts, lag)) / total;
      double pair = even + 1 - (within - mean(parts, lag + 1)) / total;
      if (lag > 0) {
        least = Math.min(least, Math.max(pair, 0));
      }
      sum += lag == 0 ? pair : least;
    }
    return parts.length * n / (2 * sum - 1);
  }

  private static double mean(Autocovariance[] parts, int lag) {
    return IntStream.range(0, parts.length).mapToDouble(c -> parts[c].at(lag)).sum() / parts.length;
  }
}
