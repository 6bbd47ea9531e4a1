package planish.distributions.family;

import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1p;
import static planish.autodiff.graph.Functions.logBeta;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.square;

import planish.autodiff.graph.Expr;

/** Constants, parts of log densities, and distribution functions that several families share. */
final class Special {
  /** log(2 π) / 2. */
  static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

  /** log 2. */
  static final double LOG_TWO = 0.69314718055994530942;

  /** log π. */
  static final double LOG_PI = 1.14472988584940017414;

  private static final double SERIES_BELOW = 3;

  private static final Expr ZERO = Expr.of(0);

  private Special() {}

  /**
   * {@return (value − location) / scale, without the operations that a standard one does not need}
   */
  static Expr standardised(Expr value, Expr location, Expr scale) {
    Expr centred = location.equals(ZERO) ? value : value.minus(location);
    return centred.dividedBy(scale);
  }

  /** {@return a log(x), 0 where both are 0} */
  static Expr timesLog(Expr a, Expr x) {
    Expr nothing = equal(a, ZERO).times(equal(x, ZERO));
    return select(nothing, ZERO, a.times(log(x)));
  }

  /** {@return a log(1 − x), 0 where a is 0 and x is 1} */
  static Expr timesLogRest(Expr a, Expr x) {
    Expr nothing = equal(a, ZERO).times(equal(x, Expr.of(1)));
    return select(nothing, ZERO, a.times(log1p(x.negate())));
  }

  /** {@return the log density of Student's t at z, of scale 1} */
  static Expr logStudentT(Expr z, Expr nu) {
    Expr power = nu.plus(1).times(0.5).times(log1p(square(z).dividedBy(nu)));
    Expr constant = logBeta(nu.times(0.5), Expr.of(0.5)).plus(log(nu).times(0.5));
    return power.plus(constant).negate();
  }

  /** {@return the logarithm of the number of ways to choose k of n} */
  static Expr logChoose(Expr n, Expr k) {
    Expr beta = logBeta(n.minus(k).plus(1), k.plus(1));
    return log(n.plus(1)).plus(beta).negate();
  }

  /** {@return log(Γ(k + φ) / (Γ(φ) k!))} */
  static Expr logWays(Expr phi, Expr k) {
    return log(phi.plus(k)).plus(logBeta(phi, k.plus(1))).negate();
  }

  /** {@return the probability of at most x successes, of which each has p, and fails with q} */
  static double binomialCdf(double x, double trials, double p, double q) {
    double k = Math.floor(x);
    return x < 0 ? 0 : k >= trials ? 1 : IncompleteBeta.value(trials - k, k + 1, q, p);
  }

  /**
   * {@return the probability that a standard normal variable is at most z}
   *
   * <p>Near 0 by the series of M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions",
   * 1964, 26.2.11; in the tails by the continued fraction 26.2.14, so that tiny probabilities keep
   * their relative precision.
   */
  static double normalCdf(double z) {
    return z < -SERIES_BELOW ? tail(-z) : 0.5 + normalCentral(z);
  }

  /**
   * {@return the probability that a standard normal variable is between 0 and z; negative below 0}
   */
  static double normalCentral(double z) {
    return Math.abs(z) < SERIES_BELOW
        ? series(z) * density(z)
        : Math.copySign(0.5, z) - Math.copySign(tail(Math.abs(z)), z);
  }

  /**
   * {@return the z that a standard normal variable is at most with probability p}
   *
   * <p>From the approximation of Abramowitz and Stegun, 26.2.23, with an error below 4.5e-4, by
   * three steps of Halley's method.
   *
   * @param p from 0 to 1; infinite at the ends, NaN outside
   */
  static double normalQuantile(double p) {
    if (!(p > 0 && p < 1)) {
      return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p);
  }

  private static double lowerQuantile(double p) {
    double z = -roughly(StrictMath.sqrt(-2 * StrictMath.log(p)));
    for (int k = 0; k < 3; k++) {
      double error = p < 0.25 ? normalCdf(z) - p : normalCentral(z) - (p - 0.5);
      double step = error / density(z);
      z -= step / (1 + z * step / 2);
    }
    return z;
  }

  private static double roughly(double t) {
    double over = 2.515517 + t * (0.802853 + t * 0.010328);
    double under = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return t - over / under;
  }

  static double density(double z) {
    return StrictMath.exp(-z * z / 2 - HALF_LOG_TWO_PI);
  }

  private static double series(double z) {
    double term = z;
    double sum = z;
    for (int k = 3; Math.abs(term) > Math.ulp(sum) / 2; k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return sum;
  }

  /** The continued fraction from its far end: 150 terms are enough from z = 3 on. */
  private static double tail(double z) {
    double fraction = z;
    for (int k = 150; k >= 1; k--) {
      fraction = z + k / fraction;
    }
    return density(z) / fraction;
  }
}
