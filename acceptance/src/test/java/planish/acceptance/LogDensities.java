package planish.acceptance;

/** Log densities in plain arithmetic, without constants. */
final class LogDensities {
  private LogDensities() {}

  /** {@return that of a normal number} */
  static double normal(double y, double mean, double sd) {
    double standard = (y - mean) / sd;
    return -0.5 * standard * standard - Math.log(sd);
  }

  /** {@return that of 0 or 1 with the given log odds of 1} */
  static double bernoulli(double y, double logOdds) {
    return -Math.log1p(Math.exp(y > 0 ? -logOdds : logOdds));
  }
}
