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
}
