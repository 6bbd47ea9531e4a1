package planish.transforms;

import planish.autodiff.graph.Expr;

/** The constraints that come with Planish, by the names of Stan's language and NumPyro. */
public final class Constraints {
  private static final Expr ZERO = Expr.of(0);

  private Constraints() {}

  /** {@return all finite numbers} */
  public static Constraint real() {
    return new Real(0);
  }

  /** {@return all vectors of finite numbers} */
  public static Constraint realVector() {
    return new Real(1);
  }

  /** {@return numbers above 0} */
  public static Constraint positive() {
    return new GreaterThan(ZERO);
  }

  /** {@return numbers of at least 0} */
  public static Constraint nonNegative() {
    return new LowerBound(ZERO);
  }

  /** {@return numbers of at least a bound, Stan's {@code lower}} */
  public static Constraint lowerBound(Expr lower) {
    return new LowerBound(lower);
  }

  /** {@return numbers of at least a bound; minus infinity is none} */
  public static Constraint lowerBound(double lower) {
    return lower == Double.NEGATIVE_INFINITY ? real() : lowerBound(Expr.of(lower));
  }

  /** {@return numbers of at most a bound, Stan's {@code upper}} */
  public static Constraint upperBound(Expr upper) {
    return new UpperBound(upper);
  }

  /** {@return numbers of at most a bound; infinity is none} */
  public static Constraint upperBound(double upper) {
    return upper == Double.POSITIVE_INFINITY ? real() : upperBound(Expr.of(upper));
  }

  /** {@return numbers from one finite bound to another} */
  public static Constraint interval(Expr lower, Expr upper) {
    return new Interval(lower, upper);
  }

  /**
   * {@return numbers from one bound to another; an infinite bound is none}
   *
   * @throws planish.spi.UserException if the lower bound is not below the upper one
   */
  public static Constraint interval(double lower, double upper) {
    if (lower == Double.NEGATIVE_INFINITY) {
      return upperBound(upper);
    }
    if (upper == Double.POSITIVE_INFINITY) {
      return lowerBound(lower);
    }
    return interval(Expr.of(lower), Expr.of(upper));
  }

  /** {@return numbers from 0 to 1} */
  public static Constraint unitInterval() {
    return interval(0, 1);
  }

  /**
   * {@return all finite numbers, sampled as (value - offset) / multiplier: Stan's {@code offset,
   * multiplier}}
   */
  public static Constraint offsetMultiplier(Expr offset, Expr multiplier) {
    return new OffsetMultiplier(offset, multiplier);
  }

  /** {@return all finite numbers, sampled as (value - offset) / multiplier} */
  public static Constraint offsetMultiplier(double offset, double multiplier) {
    return offsetMultiplier(Expr.of(offset), Expr.of(multiplier));
  }

  /** {@return vectors of increasing numbers} */
  public static Constraint ordered() {
    return new Ordered(false);
  }

  /** {@return vectors of increasing positive numbers} */
  public static Constraint positiveOrdered() {
    return new Ordered(true);
  }

  /** {@return vectors of numbers of at least 0 with sum 1} */
  public static Constraint simplex() {
    return new Simplex();
  }

  /** {@return vectors with sum 0, Stan's {@code sum_to_zero_vector}} */
  public static Constraint sumToZero() {
    return new SumToZero();
  }

  /** {@return vectors of length 1} */
  public static Constraint unitVector() {
    return new UnitVector();
  }

  /** {@return Cholesky factors of correlation matrices, Stan's {@code cholesky_factor_corr}} */
  public static Constraint choleskyFactorCorr() {
    return new CorrelationCholesky();
  }

  /** {@return correlation matrices, Stan's {@code corr_matrix}} */
  public static Constraint corrMatrix() {
    return new CorrelationMatrix();
  }

  /** {@return covariance matrices, Stan's {@code cov_matrix}} */
  public static Constraint covMatrix() {
    return new CovarianceMatrix();
  }

  /**
   * {@return square Cholesky factors of covariance matrices, Stan's {@code cholesky_factor_cov}}
   */
  public static Constraint choleskyFactorCov() {
    return new CovarianceCholesky();
  }

  /** {@return 0 and 1} */
  public static Constraint booleans() {
    return new Booleans();
  }

  /** {@return 0, 1, 2, …} */
  public static Constraint nonNegativeIntegers() {
    return new NonNegativeIntegers();
  }
}
