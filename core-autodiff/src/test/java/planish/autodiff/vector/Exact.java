package planish.autodiff.vector;

import static planish.autodiff.rewrite.basics.DoubleDouble.ONE;

import planish.autodiff.rewrite.basics.DoubleDouble;

/**
 * Elementary functions in twice the precision, to measure errors against; their own relative error
 * is below 2^-90 (powers: 2^-80), which {@code ExactTest} checks against mpmath.
 *
 * <p>Series and reductions other than those under test: Taylor series of a sixteenth of the reduced
 * argument, Newton's step for the logarithm.
 */
final class Exact {
  private Exact() {}

  /** A number times a power of two, so that subnormal results keep their bits. */
  record Scaled(DoubleDouble number, int exponent) {
    Scaled(DoubleDouble number) {
      this(number, 0);
    }
  }

  private static final DoubleDouble LN2 =
      new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  private static final double[] HALF_PI = {
    0x1.921fb54442d18p0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110
  };
  private static final DoubleDouble[] RECIPROCAL_FACTORIALS = reciprocalFactorials();

  private static DoubleDouble[] reciprocalFactorials() {
    DoubleDouble[] r = new DoubleDouble[33];
    r[0] = ONE;
    for (int i = 1; i < r.length; i++) {
      r[i] = r[i - 1].over(DoubleDouble.of(i));
    }
    return r;
  }

  static Scaled exp(DoubleDouble x) {
    int k = (int) Math.rint(x.high() / LN2.high());
    return new Scaled(expm1Reduced(x.minus(LN2.times(k))).plus(1), k);
  }

  /** exp(r) - 1 for |r| up to log(2) / 2, to full relative accuracy. */
  private static DoubleDouble expm1Reduced(DoubleDouble r) {
    DoubleDouble t = r.scaled(-4);
    DoubleDouble s = RECIPROCAL_FACTORIALS[15];
    for (int i = 14; i >= 1; i--) {
      s = s.times(t).plus(RECIPROCAL_FACTORIALS[i]);
    }
    s = s.times(t);
    for (int i = 0; i < 4; i++) {
      s = s.times(s.plus(2));
    }
    return s;
  }

  /** So small that x² / x is below 2^-110: the series would only lose bits of subnormal numbers. */
  private static boolean negligible(double x) {
    return Math.abs(x) < 0x1p-110;
  }

  static Scaled expm1(DoubleDouble x) {
    if (negligible(x.high())) {
      return new Scaled(x);
    }
    int k = (int) Math.rint(x.high() / LN2.high());
    DoubleDouble e = expm1Reduced(x.minus(LN2.times(k)));
    if (k == 0) {
      return new Scaled(e);
    }
    return k > 60
        ? new Scaled(e.plus(1).minus(power(-k)), k)
        : new Scaled(e.scaled(k).plus(power(k).minus(ONE)));
  }

  private static DoubleDouble power(int k) {
    return DoubleDouble.of(Math.scalb(1.0, k));
  }

  static Scaled log(double x) {
    int k =
        Math.getExponent(x < Double.MIN_NORMAL ? x * 0x1p54 : x) - (x < Double.MIN_NORMAL ? 54 : 0);
    double m = Math.scalb(Math.scalb(x, -k / 2), -(k - k / 2));
    if (m > 1.4) {
      m /= 2;
      k++;
    }
    return new Scaled(LN2.times(k).plus(log1p(DoubleDouble.sum(m, -1))));
  }

  /** log(1 + f) for f above -1. */
  static DoubleDouble log1p(DoubleDouble f) {
    if (negligible(f.high())) {
      return f;
    }
    if (Math.abs(f.high()) < 0.1) {
      return nearOne(f);
    }
    DoubleDouble u = f.plus(1);
    double y = StrictMath.log(u.high());
    Scaled e = exp(DoubleDouble.of(-y));
    DoubleDouble t = u.scaled(e.exponent()).times(e.number()).minus(ONE);
    return DoubleDouble.of(y).plus(t.minus(t.times(t).times(0.5)));
  }

  private static DoubleDouble nearOne(DoubleDouble f) {
    DoubleDouble s = f.over(f.plus(2));
    DoubleDouble z = s.times(s);
    DoubleDouble sum = DoubleDouble.ZERO;
    for (int i = 27; i >= 1; i -= 2) {
      sum = sum.times(z).plus(ONE.over(DoubleDouble.of(i)));
    }
    return s.times(sum).times(2);
  }

  static Scaled tanh(double x) {
    if (negligible(x)) {
      return new Scaled(DoubleDouble.of(x));
    }
    Scaled t = expm1(DoubleDouble.product(2, x));
    DoubleDouble e = t.number().scaled(t.exponent());
    return new Scaled(e.over(e.plus(2)));
  }

  static Scaled invLogit(double x) {
    Scaled e = exp(DoubleDouble.of(-Math.abs(x)));
    DoubleDouble one = e.number().scaled(e.exponent()).plus(1);
    return x < 0 ? new Scaled(e.number().over(one), e.exponent()) : new Scaled(ONE.over(one));
  }

  static Scaled log1pExp(double x) {
    Scaled s = exp(DoubleDouble.of(-Math.abs(x)));
    DoubleDouble e = s.number().scaled(s.exponent());
    if (x > 0) {
      return new Scaled(DoubleDouble.of(x).plus(log1p(e)));
    }
    if (x > -40) {
      return new Scaled(log1p(e));
    }
    DoubleDouble series = ONE.minus(e.times(0.5)).plus(e.times(e).over(DoubleDouble.of(3)));
    return new Scaled(s.number().times(series), s.exponent());
  }

  static Scaled pow(double x, double y) {
    return exp(log(x).number().times(y));
  }

  /** The sine of x plus some right angles, |x| up to 2^30. */
  static Scaled sine(double x, int turns) {
    double k = Math.rint(x / HALF_PI[0]);
    DoubleDouble r = DoubleDouble.of(x).minus(DoubleDouble.product(k, HALF_PI[0]));
    r = r.minus(DoubleDouble.product(k, HALF_PI[1])).minus(DoubleDouble.product(k, HALF_PI[2]));
    return new Scaled(sineOfReduced(r, (long) k + turns));
  }

  /** The sine of r, at most π/4 in size, plus some right angles. */
  static DoubleDouble sineOfReduced(DoubleDouble r, long turns) {
    boolean odd = (turns & 1) != 0;
    DoubleDouble z = r.times(r).negated();
    DoubleDouble s = DoubleDouble.ZERO;
    for (int i = odd ? 30 : 31; i >= 0; i -= 2) {
      s = s.times(z).plus(RECIPROCAL_FACTORIALS[i]);
    }
    s = odd ? s : s.times(r);
    return (turns & 2) == 0 ? s : s.negated();
  }
}
