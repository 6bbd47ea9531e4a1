package planish.autodiff.vector;

/**
 * A number as the unevaluated sum of two doubles, about 104 bits: T. Dekker, A floating-point
 * technique for extending the available precision (Numerische Mathematik 18, 1971), with products
 * by fma.
 */
record DoubleDouble(double high, double low) {
  static final DoubleDouble ZERO = new DoubleDouble(0, 0);
  static final DoubleDouble ONE = new DoubleDouble(1, 0);

  static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0);
  }

  /** The exact sum of any two doubles. */
  static DoubleDouble sum(double a, double b) {
    double s = a + b;
    double v = s - a;
    return new DoubleDouble(s, (a - (s - v)) + (b - v));
  }

  /** The exact product of two doubles. */
  static DoubleDouble product(double a, double b) {
    double p = a * b;
    return new DoubleDouble(p, Math.fma(a, b, -p));
  }

  private static DoubleDouble normal(double high, double low) {
    double s = high + low;
    return new DoubleDouble(s, low - (s - high));
  }

  DoubleDouble plus(DoubleDouble b) {
    DoubleDouble s = sum(high, b.high);
    DoubleDouble t = sum(low, b.low);
    DoubleDouble u = normal(s.high, s.low + t.high);
    return normal(u.high, u.low + t.low);
  }

  DoubleDouble plus(double b) {
    return plus(of(b));
  }

  DoubleDouble minus(DoubleDouble b) {
    return plus(b.negated());
  }

  DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  DoubleDouble times(DoubleDouble b) {
    double p = high * b.high;
    double e = Math.fma(high, b.high, -p);
    return normal(p, e + Math.fma(high, b.low, low * b.high));
  }

  DoubleDouble times(double b) {
    return times(of(b));
  }

  DoubleDouble over(DoubleDouble b) {
    double q0 = high / b.high;
    DoubleDouble r = minus(b.times(q0));
    double q1 = r.high / b.high;
    r = r.minus(b.times(q1));
    double q2 = r.high / b.high;
    return normal(q0, q1).plus(q2);
  }

  /** Exact, unless the result is subnormal or overflows. */
  DoubleDouble scaled(int exponent) {
    return new DoubleDouble(Math.scalb(high, exponent), Math.scalb(low, exponent));
  }
}
