package planish.diagnostics;

import java.util.Arrays;
import planish.diagnostics.numeric.Autocovariance;
import planish.diagnostics.numeric.Moments;

/**
 * The effective sample size from the autocorrelations of several chains, summed over pairs of lags
 * for as long as pairs are positive, and made to fall monotonically.
 *
 * <p>Source: Geyer, Practical Markov chain Monte Carlo, Statistical Science 7 (1992), section 3.3
 * (initial monotone sequence); Vehtari et al. 2021, section 3.2, for several chains. The numbers of
 * lags looked at, and the bound, are those of the R package posterior 1.4.
 */
final class GeyerEstimate {
  /** So many of the last lags are never looked at: too few products stand behind them. */
  private static final int LAST_LAGS = 5;

  private final Autocovariance[] chains;
  private final int draws;
  private final double within;
  private final double total;

  private GeyerEstimate(double[][] values) {
    this.chains = Arrays.stream(values).map(Autocovariance::new).toArray(Autocovariance[]::new);
    this.draws = values[0].length;
    double zeroth = autocovariance(0);
    this.within = zeroth * draws / (draws - 1);
    double[] means = Arrays.stream(chains).mapToDouble(Autocovariance::mean).toArray();
    this.total = zeroth + (means.length > 1 ? Moments.variance(means) : 0);
  }

  /** {@return the effective sample size of chains that are not split any more; NaN if none} */
  static double of(double[][] chains) {
    if (Chains.unjudgeable(chains) || chains[0].length < 3) {
      return Double.NaN;
    }
    double size = (double) chains.length * chains[0].length;
    double time = new GeyerEstimate(chains).autocorrelationTime();
    return size / Math.max(time, 1 / Math.log10(size));
  }

  private double autocorrelationTime() {
    double[] rho = new double[draws];
    int last = positivePairs(rho);
    fallMonotonically(rho, last);
    double sum = 0;
    for (int lag = 0; lag < last; lag++) {
      sum += rho[lag];
    }
    // with no pair beyond the first, posterior counts the zeroth lag all the same
    return -1 + 2 * (last == 0 ? rho[0] : sum) + rho[last];
  }

  /** Fills in the autocorrelations; {@return the lag that is counted once} */
  private int positivePairs(double[] rho) {
    double even = 1;
    double odd = autocorrelation(1);
    rho[0] = even;
    rho[1] = odd;
    int lag = 0;
    while (lag < draws - LAST_LAGS && even + odd > 0) {
      lag += 2;
      even = autocorrelation(lag);
      odd = autocorrelation(lag + 1);
      if (even + odd >= 0) {
        rho[lag] = even;
        rho[lag + 1] = odd;
      }
    }
    if (even > 0) {
      rho[lag] = even;
    }
    return lag;
  }

  private static void fallMonotonically(double[] rho, int last) {
    for (int lag = 2; lag <= last - 2; lag += 2) {
      double before = rho[lag - 2] + rho[lag - 1];
      if (rho[lag] + rho[lag + 1] > before) {
        rho[lag] = before / 2;
        rho[lag + 1] = before / 2;
      }
    }
  }

  private double autocorrelation(int lag) {
    return 1 - (within - autocovariance(lag)) / total;
  }

  private double autocovariance(int lag) {
    double sum = 0;
    for (Autocovariance chain : chains) {
      sum += chain.at(lag);
    }
    return sum / chains.length;
  }
}
