package planish.autodiff.vector;

/**
 * Special functions of plain numbers, with the same bits on every machine, as {@link Elementary}.
 *
 * <p>Made of IEEE operations, {@link Math#fma} and the elementary functions. Relative errors are
 * below 1e-14 (measured: 5e-16) over the whole domain, where the function has no zero in between;
 * near a zero the error is below 1e-15 of the terms that cancel there. NaN gives NaN. Sources stand
 * with each function.
 *
 * <p>Nothing is allocated; safe for many threads.
 */
public final class SpecialFunctions {
  private SpecialFunctions() {}

  /**
   * {@return the logarithm of the size of the gamma function}
   *
   * <p>Infinite at 0, at negative whole numbers and at either infinity. The zeros at 1 and 2 keep
   * their relative precision. Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964,
   * 6.1.15, 6.1.17, 6.1.41.
   */
  public static double logGamma(double x) {
    return Gammas.logGamma(x);
  }

  /**
   * {@return the logarithm of the beta function B(a, b)}
   *
   * <p>Infinite where the lesser is 0, minus infinite where one is infinite, NaN below 0. DiDonato
   * and Morris, "Algorithm 708" (ACM TOMS 18, 1992), section 4.
   */
  public static double logBeta(double a, double b) {
    return Gammas.logBeta(a, b);
  }

  /**
   * {@return the derivative of log-gamma}
   *
   * <p>Infinite at 0 with the sign of minus x, NaN at negative whole numbers and minus infinity.
   * The positive zero keeps its relative precision. Abramowitz and Stegun, 1964, 6.3.5, 6.3.7,
   * 6.3.18.
   */
  public static double digamma(double x) {
    return Polygammas.digamma(x);
  }

  /**
   * {@return the second derivative of log-gamma}
   *
   * <p>Infinite at 0 and at negative whole numbers, NaN at minus infinity. Abramowitz and Stegun,
   * 1964, 6.4.6, 6.4.7, 6.4.12.
   */
  public static double trigamma(double x) {
    return Polygammas.trigamma(x);
  }

  /**
   * {@return the derivative of digamma of that order}
   *
   * <p>Infinite at 0; from the fourth order on NaN below 0. Abramowitz and Stegun, 1964, 6.4.10,
   * 23.1.30.
   *
   * @param order whole, from 0 (digamma) to 170; NaN otherwise
   */
  public static double polygamma(int order, double x) {
    return Polygammas.polygamma(order, x);
  }

  /** {@return the error function; Shepherd and Laframboise, 1981, as its complement} */
  public static double erf(double x) {
    return Normals.erf(x);
  }

  /**
   * {@return one minus the error function, to full relative precision in the tail}
   *
   * <p>Shepherd and Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x" (Mathematics
   * of Computation 36, 1981), with polynomials of ours.
   */
  public static double erfc(double x) {
    return Normals.erfc(x);
  }

  /** {@return exp(x²) erfc(x), finite for all x from -26.6 up; sources as {@link #erfc}} */
  public static double erfcx(double x) {
    return Normals.erfcx(x);
  }

  /**
   * {@return the probability that a standard normal variable is at most x, to full relative
   * precision in the lower tail; sources as {@link #erfc}}
   */
  public static double phi(double x) {
    return Normals.cdf(x);
  }

  /** {@return the logarithm of {@link #phi}, finite for all finite x down to -1e154} */
  public static double logPhi(double x) {
    return Normals.logCdf(x);
  }

  /** {@return the standard normal density over {@link #phi}: the slope of {@link #logPhi}} */
  public static double inverseMills(double x) {
    return Normals.inverseMills(x);
  }

  /**
   * {@return the x at which {@link #phi} is p}
   *
   * <p>Infinite at 0 and 1, NaN outside. Abramowitz and Stegun, 1964, 26.2.23, then Halley's method
   * (three steps).
   */
  public static double invPhi(double p) {
    return Normals.quantile(p);
  }
}
