package planish.diagnostics;

import planish.diagnostics.numeric.Moments;

/**
 * The potential scale reduction factor: how much wider all chains together are than each alone.
 * Near 1 where chains agree; 1.01 or more is trouble.
 *
 * <p>Chains are {@code [chain][draw]}, all of one length. The result is NaN where nothing can be
 * judged: a draw that is not finite, all draws alike, fewer than two draws in a half. Infinity
 * where no chain moves but they stand at different places.
 *
 * <p>Definitions as in the R package posterior, but for what counts as all alike: there a range
 * below 2.2e-16, here below that times the draws' magnitude where it is less than 1, so that
 * quantities of a tiny scale can be judged. All methods are pure and thread-safe.
 */
public final class RHat {
  private RHat() {}

  /**
   * {@return the rank-normalised split R-hat, the greater of bulk and folded} It sees differences
   * of location and of scale, and needs no finite variance.
   *
   * <p>Source: Vehtari, Gelman, Simpson, Carpenter, Bürkner, Rank-normalization, folding, and
   * localization: an improved R-hat, Bayesian Analysis 16 (2021), section 3.
   */
  public static double rankNormalized(double[][] chains) {
    double[][] scores = Chains.normalScores(Chains.split(Chains.sameLength(chains)));
    return rankNormalized(chains, scores, Chains.sorted(chains));
  }

  /** As above, by a caller who has the normal scores of the halves, and all draws sorted. */
  static double rankNormalized(double[][] chains, double[][] scores, double[] sorted) {
    if (Chains.unjudgeable(chains)) {
      return Double.NaN;
    }
    double median = Quantiles.median(sorted);
    double[][] folded = Chains.map(chains, x -> Math.abs(x - median));
    return Math.max(plain(scores), plain(Chains.normalScores(Chains.split(folded))));
  }

  /**
   * {@return the split R-hat of the draws as they are} With halves of n draws, W the mean of their
   * sample variances and B the sample variance of their means: √(((n − 1)/n · W + B)/W).
   *
   * <p>Source: Gelman et al., Bayesian Data Analysis, 3rd edition (2013), section 11.4; what
   * NumPyro prints as {@code r_hat}.
   */
  public static double split(double[][] chains) {
    return plain(Chains.split(Chains.sameLength(chains)));
  }

  private static double plain(double[][] chains) {
    if (Chains.unjudgeable(chains)) {
      return Double.NaN;
    }
    int n = chains[0].length;
    double[] means = new double[chains.length];
    double within = 0;
    for (int c = 0; c < chains.length; c++) {
      means[c] = Moments.mean(chains[c]);
      within += Moments.variance(chains[c]) / chains.length;
    }
    double between = n * Moments.variance(means);
    return Math.sqrt((between / within + n - 1) / n);
  }
}
