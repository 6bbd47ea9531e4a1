package planish.diagnostics;

import planish.diagnostics.numeric.Moments;

/**
 * Effective sample sizes: how many independent draws would estimate as well. All chains count
 * together; each chain is split in two, so that a drift shows.
 *
 * <p>Chains are {@code [chain][draw]}, all of one length. The result is NaN where nothing can be
 * judged: a draw that is not finite, all draws (or all indicators of a quantile) alike, fewer than
 * three draws in a half. It can exceed the number of draws (antithetic chains), up to a bound of S
 * · log₁₀ S.
 *
 * <p>Source: Vehtari, Gelman, Simpson, Carpenter, Bürkner, Rank-normalization, folding, and
 * localization, Bayesian Analysis 16 (2021), sections 3 and 4; definitions as in the R package
 * posterior (what counts as all alike: see {@link RHat}). All methods are pure and thread-safe.
 */
public final class EffectiveSampleSize {
  private EffectiveSampleSize() {}

  /** {@return the one of the rank-normalised draws: for the middle of the distribution} */
  public static double bulk(double[][] chains) {
    return GeyerEstimate.of(Chains.normalScores(Chains.split(Chains.sameLength(chains))));
  }

  /** {@return the lesser of those of the 5 % and 95 % quantiles} */
  public static double tail(double[][] chains) {
    return tail(chains, Chains.sorted(Chains.sameLength(chains)));
  }

  /** As above, with all draws sorted by a caller who has them. */
  static double tail(double[][] chains, double[] sorted) {
    return Math.min(quantile(chains, sorted, 0.05), quantile(chains, sorted, 0.95));
  }

  /** {@return the one for the mean, of the draws as they are} */
  public static double mean(double[][] chains) {
    return GeyerEstimate.of(Chains.split(Chains.sameLength(chains)));
  }

  /** {@return the one for the standard deviation: of the distances from the mean} */
  public static double sd(double[][] chains) {
    double mean = Moments.mean(Chains.pooled(chains));
    return mean(Chains.map(chains, x -> Math.abs(x - mean)));
  }

  /** {@return the one for the median} */
  public static double median(double[][] chains) {
    return quantile(chains, 0.5);
  }

  /**
   * {@return the one for a quantile: of the indicators of lying at or below it}
   *
   * @param probability in [0, 1]
   */
  public static double quantile(double[][] chains, double probability) {
    return quantile(chains, Chains.sorted(Chains.sameLength(chains)), probability);
  }

  private static double quantile(double[][] chains, double[] sorted, double probability) {
    int size = sorted.length;
    // the greatest draw has all draws at or below it: half a draw less
    double asked = probability == 1 && size > 0 ? (size - 0.5) / size : probability;
    double bound = Quantiles.of(sorted, asked);
    if (Chains.unjudgeable(chains)) {
      return Double.NaN;
    }
    return mean(Chains.map(chains, x -> x <= bound ? 1 : 0));
  }
}
