package planish.autodiff.vector;

/** The elementwise functions of two arguments that the loops know. */
public enum BinaryFunction {
  /** a + b. */
  ADD,
  /** a - b. */
  SUBTRACT,
  /** a times b. */
  MULTIPLY,
  /** a over b. */
  DIVIDE,
  /** a to the power b, as {@link Math#pow} defines its special cases. */
  POW,
  /** The lesser; NaN if either is NaN; -0 is less than 0. */
  MINIMUM,
  /** The greater; NaN if either is NaN; 0 is greater than -0. */
  MAXIMUM,
  /** 1 where a is less than b, else 0. */
  LESS,
  /** 1 where a is less than or equal to b, else 0. */
  LESS_OR_EQUAL,
  /** 1 where a equals b, else 0. */
  EQUAL,
  /** The logarithm of the beta function. */
  LOG_BETA,
  /** The derivative of digamma at b of the whole order a, to which it has no derivative. */
  POLYGAMMA
}
