package planish.reference;

import static planish.reference.BigValues.DIGITS;

import java.math.BigDecimal;

/**
 * A number with 50 digits, and a bound of how far double arithmetic that computes it may end from
 * it: rounding errors so far, each multiplied by what later operations make of it (a running error
 * bound: N. Higham, "Accuracy and Stability of Numerical Algorithms", second edition, 2002, section
 * 3.3). A number that does not exist or overflows is {@link #NONE}.
 */
public final class Big {
  /** Where there is no number: of what is made of it nothing is known. */
  public static final Big NONE = new Big(null, Double.POSITIVE_INFINITY);

  static final Big ZERO = exactly(BigDecimal.ZERO);
  static final Big ONE = exactly(BigDecimal.ONE);

  /** Half of the distance of 1 to the next number. */
  static final double UNIT = 0x1p-53;

  private final BigDecimal number;
  private final double value;
  private final double error;

  private Big(BigDecimal number, double error) {
    this.number = number;
    this.value = number == null ? Double.NaN : number.doubleValue();
    this.error = error >= 0 ? error : Double.POSITIVE_INFINITY;
  }

  /** {@return a number that double arithmetic holds exactly} */
  static Big exactly(BigDecimal number) {
    return new Big(number, 0);
  }

  /** {@return a number with an error; none without a number} */
  static Big of(BigDecimal number, double error) {
    return number == null ? NONE : new Big(number, error);
  }

  /**
   * {@return the result of an operation, rounded}
   *
   * @param number the result
   * @param handedOn what comes of the operands' errors
   */
  static Big rounded(BigDecimal number, double handedOn) {
    if (number.signum() == 0 && handedOn == 0) {
      return ZERO;
    }
    double size = Math.abs(number.doubleValue());
    return new Big(number, handedOn + UNIT * size + (size < Double.MIN_NORMAL ? 1e-323 : 0));
  }

  /** {@return whether there is a number} */
  public boolean exists() {
    return number != null;
  }

  /** {@return the number; null if there is none} */
  public BigDecimal number() {
    return number;
  }

  /** {@return how far rounding errors may lead away from it, to first order; maybe infinity} */
  public double error() {
    return error;
  }

  double value() {
    return value;
  }

  double size() {
    return Math.abs(value);
  }

  Big plus(Big b) {
    return exists() && b.exists() ? rounded(number.add(b.number, DIGITS), error + b.error) : NONE;
  }

  Big minus(Big b) {
    return this == b && exists() ? ZERO : plus(b.negated());
  }

  Big negated() {
    return exists() ? new Big(number.negate(), error) : NONE;
  }

  /** {@return the product} */
  public Big times(Big b) {
    return exists() && b.exists()
        ? rounded(
            number.multiply(b.number, DIGITS),
            product(size() + error, b.error) + product(b.size(), error))
        : NONE;
  }

  /** No error is none, whatever it is multiplied by. */
  private static double product(double size, double error) {
    return error == 0 ? 0 : size * error;
  }

  Big times(double factor) {
    return times(exactly(new BigDecimal(factor)));
  }

  Big over(Big b) {
    if (!exists() || !b.exists() || b.number.signum() == 0) {
      return NONE;
    }
    BigDecimal quotient = number.divide(b.number, DIGITS);
    double left = b.size() - b.error;
    double handedOn = error + product(Math.abs(quotient.doubleValue()), b.error);
    return rounded(quotient, left > 0 ? handedOn / left : Double.POSITIVE_INFINITY);
  }

  /** {@return -1, 0 or 1; both are numbers} */
  int compareTo(Big b) {
    return number.compareTo(b.number);
  }

  /** {@return whether rounding errors cannot change how the two compare} */
  boolean isApartFrom(Big b) {
    return this == b
        || error + b.error == 0
        || number.subtract(b.number).abs().doubleValue() > error + b.error;
  }

  /** {@return one of two by a condition; both, if rounding errors may change the condition} */
  static Big select(Big condition, Big then, Big otherwise) {
    if (!condition.exists()) {
      return NONE;
    }
    Big chosen = condition.number.signum() != 0 ? then : otherwise;
    if (condition.error == 0 || then == otherwise) {
      return chosen;
    }
    return !then.exists() || !otherwise.exists()
        ? NONE
        : of(chosen.number, then.error + otherwise.error + then.minus(otherwise).size());
  }

  /** {@return the one that is greater, or less} */
  static Big extreme(boolean greatest, Big a, Big b) {
    if (!a.exists() || !b.exists()) {
      return NONE;
    }
    Big chosen = (a.compareTo(b) >= 0) == greatest ? a : b;
    return a.isApartFrom(b) ? chosen : of(chosen.number, Math.max(a.error, b.error));
  }

  /** {@return 1 or 0; of what rounding errors may change, nothing is known but that} */
  static Big condition(boolean holds, boolean certain) {
    Big result = holds ? ONE : ZERO;
    return certain ? result : of(result.number, 1);
  }

  @Override
  public String toString() {
    return number + " ± " + error;
  }
}
