package planish.diagnostics;

import java.util.Arrays;
import planish.diagnostics.numeric.BetaQuantile;
import planish.diagnostics.numeric.Moments;

/**
 * Monte Carlo standard errors: how far an estimate may be off because the draws are finitely many.
 *
 * <p>Chains are {@code [chain][draw]}, all of one length; the result is NaN where {@link
 * EffectiveSampleSize} is. Source: Vehtari et al. 2021, section 4; definitions as in the R package
 * posterior. All methods are pure and thread-safe.
 */
public final class MonteCarloError {
  /** A normal variate lies within one standard deviation with the probability between these. */
  private static final double BELOW = 0.1586553;

  private static final double ABOVE = 0.8413447;

  private MonteCarloError() {}

  /** {@return that of the mean, in the draws' units} */
  public static double mean(double[][] chains) {
    double ess = EffectiveSampleSize.mean(chains);
    return Math.sqrt(Moments.variance(Chains.pooled(chains)) / ess);
  }

  /** {@return that of the standard deviation, in the draws' units} */
  public static double sd(double[][] chains) {
    double mean = Moments.mean(Chains.pooled(chains));
    double[][] squares = Chains.map(chains, x -> (x - mean) * (x - mean));
    double[] all = Chains.pooled(squares);
    double variance = Moments.mean(all);
    double fourth = Arrays.stream(all).map(square -> square * square).sum() / all.length;
    double varianceError = (fourth - variance * variance) / EffectiveSampleSize.mean(squares);
    return Math.sqrt(varianceError / variance / 4);
  }

  /**
   * {@return that of a quantile, in the draws' units: half the distance of the order statistics one
   * standard error below and above}
   *
   * @param probability in [0, 1]
   */
  public static double quantile(double[][] chains, double probability) {
    double ess = EffectiveSampleSize.quantile(chains, probability);
    if (Double.isNaN(ess)) {
      return Double.NaN;
    }
    double[] sorted = Chains.sorted(chains);
    int size = sorted.length;
    double a = ess * probability + 1;
    double b = ess * (1 - probability) + 1;
    double low = Math.floor(BetaQuantile.of(BELOW, a, b) * size);
    double high = Math.ceil(BetaQuantile.of(ABOVE, a, b) * size);
    int first = (int) Math.max(low, 1);
    int last = (int) Math.min(high, size);
    return (sorted[last - 1] - sorted[first - 1]) / 2;
  }
}
