package planish.diagnostics;

import planish.diagnostics.numeric.Moments;

/**
 * What the draws say of one number. NaN where nothing can be said: no draws, a draw that is not
 * finite; for the errors, sample sizes and R-hat also where all draws are alike.
 *
 * @param variable the element's name: {@code theta[1]}
 * @param mean the mean of all draws
 * @param mcseMean the mean's Monte Carlo standard error, see {@link MonteCarloError#mean}
 * @param sd the sample standard deviation of all draws
 * @param median the median, R's type 7
 * @param q5 the 5 % quantile, R's type 7
 * @param q95 the 95 % quantile, R's type 7
 * @param essBulk see {@link EffectiveSampleSize#bulk}
 * @param essTail see {@link EffectiveSampleSize#tail}
 * @param rHat see {@link RHat#rankNormalized}
 * @param essPerDraw the bulk effective sample size divided by the number of draws of all chains
 */
public record ElementSummary(
    String variable,
    double mean,
    double mcseMean,
    double sd,
    double median,
    double q5,
    double q95,
    double essBulk,
    double essTail,
    double rHat,
    double essPerDraw) {

  /**
   * {@return the summary of one number's draws}
   *
   * @param variable its name
   * @param chains {@code [chain][draw]}, all of one length
   */
  public static ElementSummary of(String variable, double[][] chains) {
    double[] all = Chains.pooled(Chains.sameLength(chains));
    double[] sorted = Chains.sorted(chains);
    double sd = Math.sqrt(Moments.variance(all));
    double[][] scores = Chains.normalScores(Chains.split(chains));
    double essBulk = GeyerEstimate.of(scores);
    return new ElementSummary(
        variable,
        Moments.mean(all),
        sd / Math.sqrt(EffectiveSampleSize.mean(chains)),
        sd,
        Quantiles.median(sorted),
        Quantiles.of(sorted, 0.05),
        Quantiles.of(sorted, 0.95),
        essBulk,
        EffectiveSampleSize.tail(chains, sorted),
        RHat.rankNormalized(chains, scores, sorted),
        essBulk / all.length);
  }
}
