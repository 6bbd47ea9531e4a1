package planish.diagnostics;

/**
 * Sample quantiles: order statistics with linear interpolation, R's type 7 (Hyndman and Fan, Sample
 * quantiles in statistical packages, The American Statistician 50 (1996), definition 7).
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * {@return the quantile at a probability}
   *
   * @param sorted ascending, NaN last; NaN where it is empty or holds a NaN
   * @param probability in [0, 1]
   */
  public static double of(double[] sorted, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is in [0, 1], not " + probability);
    }
    int n = sorted.length;
    if (n == 0 || Double.isNaN(sorted[n - 1])) {
      return Double.NaN;
    }
    // counted from 1, as R does: the rounding decides which draw an exact hit falls on
    double index = 1 + (n - 1) * probability;
    int low = (int) Math.floor(index);
    int high = Math.min(n, (int) Math.ceil(index));
    double below = sorted[low - 1];
    double above = sorted[high - 1];
    double weight = index - low;
    return below == above || weight == 0 ? below : (1 - weight) * below + weight * above;
  }

  /** {@return the median of sorted numbers; NaN as in {@link #of}} */
  public static double median(double[] sorted) {
    int n = sorted.length;
    if (n == 0 || Double.isNaN(sorted[n - 1])) {
      return Double.NaN;
    }
    double low = sorted[(n - 1) / 2];
    double high = sorted[n / 2];
    return low == high ? low : (low + high) / 2;
  }
}
