package planish.kernelcheck;

/** Distribution functions that tests compare with. */
public final class Cdf {
  private Cdf() {}

  /**
   * {@return the standard normal distribution function}
   *
   * <p>Source: G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software
   * 11(4), 2004: a series with errors below 1e-15 for |x| &lt; 7.
   */
  public static double normal(double x) {
    if (Math.abs(x) > 7) {
      return x < 0 ? 0 : 1;
    }
    double sum = x;
    double term = x;
    double before = 0;
    for (int k = 3; sum != before; k += 2) {
      before = sum;
      term *= x * x / k;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  /** {@return the chi-squared distribution function for an even number of degrees of freedom} */
  public static double chiSquared(int evenDegrees, double x) {
    double term = Math.exp(-0.5 * x);
    double sum = 0;
    for (int i = 0; i < evenDegrees / 2; i++) {
      sum += term;
      term *= 0.5 * x / (i + 1);
    }
    return 1 - sum;
  }
}
