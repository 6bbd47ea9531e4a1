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
  LOG1P_EXP
}
