package planish.autodiff.vector;

/** The elementwise functions of one argument that the loops know. */
public enum UnaryFunction {
  /** Minus x. */
  NEGATE,
  /** The absolute value of x. */
  ABS,
  /** 1, 0 or -1 by the sign of x; NaN for NaN. */
  SIGN,
  /** x times x. */
  SQUARE,
  /** 1 over x. */
  RECIPROCAL,
  /** The square root of x. */
  SQRT,
  /** e to the power x. */
  EXP,
  /** e to the power x, minus one. */
  EXPM1,
  /** The natural logarithm. */
  LOG,
  /** The natural logarithm of 1 + x. */
  LOG1P,
  /** The sine of x radians. */
  SIN,
  /** The cosine of x radians. */
  COS,
  /** The hyperbolic tangent. */
  TANH,
  /** The inverse logit 1 / (1 + exp(-x)). */
  INV_LOGIT,
  /** log(1 + exp(x)). */
  LOG1P_EXP,
  /** The tangent of x radians. */
  TAN,
  /** The angle in radians with this sine. */
  ASIN,
  /** The angle in radians with this cosine. */
  ACOS,
  /** The angle in radians with this tangent. */
  ATAN,
  /** The hyperbolic sine. */
  SINH,
  /** The hyperbolic cosine. */
  COSH,
  /** The inverse of the hyperbolic sine. */
  ASINH,
  /** The inverse of the hyperbolic cosine, from 0 up. */
  ACOSH,
  /** The inverse of the hyperbolic tangent. */
  ATANH,
  /** The logarithm of the size of the gamma function. */
  LOG_GAMMA,
  /** The derivative of log-gamma. */
  DIGAMMA,
  /** The second derivative of log-gamma. */
  TRIGAMMA,
  /** The error function. */
  ERF,
  /** One minus the error function. */
  ERFC,
  /** The standard normal distribution function. */
  PHI,
  /** The inverse of the standard normal distribution function. */
  INV_PHI,
  /** The logarithm of the standard normal distribution function. */
  LOG_PHI,
  /** The standard normal density over the distribution function: the slope of {@link #LOG_PHI}. */
  INVERSE_MILLS
}
