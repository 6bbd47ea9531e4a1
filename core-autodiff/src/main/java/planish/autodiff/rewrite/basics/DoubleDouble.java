package planish.autodiff.rewrite.basics;

/**
 * A number as the unevaluated sum of two doubles, about 104 bits: T. Dekker, A floating-point
 * technique for extending the available precision (Numerische Mathematik 18, 1971), with products
 * by fma.
 *
 * @param high the nearest double
 * @param low what it lacks
 */
public record DoubleDouble(double high, double low) {
  /** 0. */
  public static final DoubleDouble ZERO = new DoubleDouble(0, 0);

  /** 1. */
  public static final DoubleDouble ONE = new DoubleDouble(1, 0);

  /** {@return a double} */
  public static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0);
  }

  /** {@return the exact sum of any two doubles} */
  public static DoubleDouble sum(double a, double b) {
    double s = a + b;
    double v = s - a;
    return new DoubleDouble(s, (a - (s - v)) + (b - v));
  }

  /** {@return the exact product of two doubles} */
  public static DoubleDouble product(double a, double b) {
    double p = a * b;
    return new DoubleDouble(p, Math.fma(a, b, -p));
  }

  private static DoubleDouble normal(double high, double low) {
    double s = high + low;
    return new DoubleDouble(s, low - (s - high));
  }

  /** {@return the sum} */
  public DoubleDouble plus(DoubleDouble b) {
    DoubleDouble s = sum(high, b.high);
    DoubleDouble t = sum(low, b.low);
    DoubleDouble u = normal(s.high, s.low + t.high);
    return normal(u.high, u.low + t.low);
  }

  /** {@return the sum} */
  public DoubleDouble plus(double b) {
    return plus(of(b));
  }

  /** {@return the difference} */
  public DoubleDouble minus(DoubleDouble b) {
    return plus(b.negated());
  }

  /** {@return the number of the opposite sign} */
  public DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  /** {@return the product} */
  public DoubleDouble times(DoubleDouble b) {
    double p = high * b.high;
    double e = Math.fma(high, b.high, -p);
    return normal(p, e + Math.fma(high, b.low, low * b.high));
  }

  /** {@return the product} */
  public DoubleDouble times(double b) {
    return times(of(b));
  }

  /** {@return the quotient} */
  public DoubleDouble over(DoubleDouble b) {
    double q0 = high / b.high;
    DoubleDouble r = minus(b.times(q0));
    double q1 = r.high / b.high;
    r = r.minus(b.times(q1));
    double q2 = r.high / b.high;
    return normal(q0, q1).plus(q2);
  }

  /**
   * {@return the square root of a positive number: Newton's step from that of the nearest double}
   */
  public DoubleDouble root() {
    double r = Math.sqrt(high);
    return of(r).plus(minus(product(r, r)).high / (2 * r));
  }

  /** {@return times a power of two; exact, unless the result is subnormal or overflows} */
  public DoubleDouble scaled(int exponent) {
    return new DoubleDouble(Math.scalb(high, exponent), Math.scalb(low, exponent));
  }
}
