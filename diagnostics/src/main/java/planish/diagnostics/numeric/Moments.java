package planish.diagnostics.numeric;

/** Means and variances in two passes, so that a large common offset does no harm. */
public final class Moments {
  private Moments() {}

  /** {@return the mean; NaN of nothing} */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double first = sum / values.length;
    if (!Double.isFinite(first)) {
      return first;
    }
    double rest = 0;
    for (double value : values) {
      rest += value - first;
    }
    return first + rest / values.length;
  }

  /** {@return the sample variance, divisor n − 1; NaN of fewer than two} */
  public static double variance(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }
}
