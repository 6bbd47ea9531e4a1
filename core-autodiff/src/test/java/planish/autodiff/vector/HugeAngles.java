package planish.autodiff.vector;

import java.math.BigInteger;
import planish.autodiff.rewrite.basics.DoubleDouble;

/** Reduction of angles of any size in whole numbers of 1,400 bits. */
final class HugeAngles {
  private HugeAngles() {}

  private static final int BITS = 1400;
  private static final BigInteger HALF_PI = halfPi();

  /** J. Machin's formula of 1706: π/4 = 4 arctan(1/5) - arctan(1/239). */
  private static BigInteger halfPi() {
    BigInteger quarter = arctan(5).shiftLeft(2).subtract(arctan(239));
    return quarter.shiftRight(63);
  }

  /** arctan(1/n) with 64 bits more. */
  private static BigInteger arctan(int n) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger term = BigInteger.ONE.shiftLeft(BITS + 64).divide(BigInteger.valueOf(n));
    BigInteger sum = BigInteger.ZERO;
    for (int i = 1; term.signum() != 0; i += 2) {
      BigInteger part = term.divide(BigInteger.valueOf(i));
      sum = i % 4 == 1 ? sum.add(part) : sum.subtract(part);
      term = term.divide(square);
    }
    return sum;
  }

  /** The sine of x plus some right angles. */
  static Exact.Scaled sine(double x, int turns) {
    int exponent = Math.getExponent(x) - 52;
    long significand = (long) Math.scalb(Math.abs(x), -exponent);
    BigInteger scaled = BigInteger.valueOf(significand).shiftLeft(BITS + exponent);
    BigInteger[] parts = scaled.divideAndRemainder(HALF_PI);
    long k = parts[0].longValue();
    BigInteger rest = parts[1];
    if (rest.shiftLeft(1).compareTo(HALF_PI) > 0) {
      rest = rest.subtract(HALF_PI);
      k++;
    }
    DoubleDouble r = toDoubleDouble(rest);
    return new Exact.Scaled(
        x < 0 ? Exact.sineOfReduced(r.negated(), turns - k) : Exact.sineOfReduced(r, turns + k));
  }

  private static DoubleDouble toDoubleDouble(BigInteger value) {
    int shift = Math.max(0, value.bitLength() - 180);
    BigInteger top = value.shiftRight(shift);
    double high = top.doubleValue();
    double low = top.subtract(exactly(high)).doubleValue();
    return new DoubleDouble(high, low).scaled(shift - BITS);
  }

  private static BigInteger exactly(double whole) {
    int exponent = Math.max(0, Math.getExponent(whole) - 52);
    return BigInteger.valueOf((long) Math.scalb(whole, -exponent)).shiftLeft(exponent);
  }
}
