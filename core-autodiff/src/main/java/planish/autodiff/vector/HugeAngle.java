package planish.autodiff.vector;

import static planish.autodiff.vector.ElementaryConstants.*;

/**
 * Sine of angles so large that only a few of the digits of 2/π count: M. Payne and R. Hanek, Radian
 * reduction for trigonometric functions (SIGNUM Newsletter 18, 1983).
 *
 * <p>Each step hands its results on as arguments: nothing is allocated.
 */
final class HugeAngle {
  private HugeAngle() {}

  /** 64 zeros, then the binary digits of 2/π after the point. */
  private static final long[] TWO_OVER_PI_BITS = {
    0,
    0xa2f9836e4e441529L,
    0xfc2757d1f534ddc0L,
    0xdb6295993c439041L,
    0xfe5163abdebbc561L,
    0xb7246e3a424dd2e0L,
    0x06492eea09d1921cL,
    0xfe1deb1cb129a73eL,
    0xe88235f52ebb4484L,
    0xe99c7026b45f7e41L,
    0x3991d639835339f4L,
    0x9c845f8bbdf9283bL,
    0x1ff897ffde05980fL,
    0xef2f118b5a0a6d1fL,
    0x6d367ecf27cb09b7L,
    0x4f463f669e5fea2dL,
    0x7527bac7ebe5f17bL,
    0x3d0739f78a5292eaL,
    0x6bfb5fb11f8d5d08L,
    0x56033046fc7b6babL
  };

  /** The sine of a finite x beyond {@code ANGLE_LIMIT} plus some right angles. */
  static double turned(double x, long turns) {
    long bits = Double.doubleToRawLongBits(Math.abs(x));
    int exponent = (int) (bits >>> 52) - 1075;
    long significand = (bits & FRACTION_MASK) | (FRACTION_MASK + 1);
    // Digits of greater weight give multiples of four right angles.
    int first = exponent + 62;
    return times(significand, digits(first), digits(first + 64), digits(first + 128), x < 0, turns);
  }

  private static long digits(int first) {
    int word = first >>> 6;
    int shift = first & 63;
    return (TWO_OVER_PI_BITS[word] << shift)
        | ((TWO_OVER_PI_BITS[word + 1] >>> 1) >>> (63 - shift));
  }

  /** The product mod 2^192: two bits of right angles, then a fraction of one. */
  private static double times(long m, long w0, long w1, long w2, boolean negative, long turns) {
    long p2 = m * w2;
    long low1 = m * w1;
    long p1 = low1 + Math.unsignedMultiplyHigh(m, w2);
    long carry = Long.compareUnsigned(p1, low1) < 0 ? 1 : 0;
    long p0 = m * w0 + Math.unsignedMultiplyHigh(m, w1) + carry;
    return toNearest(
        p0 >>> 62, (p0 << 2) | (p1 >>> 62), (p1 << 2) | (p2 >>> 62), p2 << 2, negative, turns);
  }

  private static double toNearest(
      long quadrant, long f0, long f1, long f2, boolean negative, long turns) {
    if (f0 >= 0) {
      return normalised(f0, f1, f2, negative, turns + (negative ? -quadrant : quadrant));
    }
    long g2 = -f2;
    long g1 = ~f1 + (f2 == 0 ? 1 : 0);
    long g0 = ~f0 + (f2 == 0 && f1 == 0 ? 1 : 0);
    long next = quadrant + 1;
    return normalised(g0, g1, g2, !negative, turns + (negative ? -next : next));
  }

  private static double normalised(long f0, long f1, long f2, boolean negative, long turns) {
    // No double comes nearer to a multiple of π/2 than 2^-62 or so: f0 is not zero.
    int n = Long.numberOfLeadingZeros(f0);
    long h = (f0 << n) | ((f1 >>> 1) >>> (63 - n));
    long l = (f1 << n) | ((f2 >>> 1) >>> (63 - n));
    double high = (h >>> 11) * powerOfTwo(-53 - n);
    double low = (((h & 0x7ff) << 42) | (l >>> 22)) * powerOfTwo(-106 - n);
    double r = high * HALF_PI;
    double rest = Math.fma(high, HALF_PI, -r) + Math.fma(high, HALF_PI_LOW, low * HALF_PI);
    return Angles.sine(negative ? -r : r, negative ? -rest : rest, turns);
  }

  private static double powerOfTwo(int exponent) {
    return Double.longBitsToDouble((exponent + 1023L) << 52);
  }
}
