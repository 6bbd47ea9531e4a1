package planish.autodiff.vector;

import java.util.Arrays;

/**
 * The sum of log(1 + exp(x)) with one logarithm for all elements: the sum of max(x, 0), and the
 * logarithm of the product of 1 + exp(-|x|).
 *
 * <p>Both run over eight virtual lanes, which stand in an array: eight sums, eight products, and
 * eight exponents that were taken out of the products before they would overflow. Taking out a
 * power of two is exact, so that the bits do not depend on when it is done. The error is absolute:
 * up to about 2⁻⁵² for each element. NaN gives NaN, infinity infinity.
 *
 * <p>Nothing is allocated; safe for many threads on arrays of their own.
 */
public final class SoftplusSum {
  /** Doubles that the lanes take. */
  public static final int LANES = 24;

  /** So many elements may be added, or fewer, before {@link #normalise} takes exponents out. */
  public static final int MOST = 4096;

  private static final double LN2 = 0x1.62e42fefa39efp-1;
  private static final int PRODUCTS = 8;
  private static final int EXPONENTS = 16;

  private SoftplusSum() {}

  /** Makes the lanes from {@code at} on those of no elements. */
  public static void clear(double[] w, int at) {
    Arrays.fill(w, at, at + LANES, 0);
    Arrays.fill(w, at + PRODUCTS, at + EXPONENTS, 1);
  }

  /** Adds an element to the lane that stands at {@code at}. */
  public static void add(double[] w, int at, double x) {
    add(w, at, x, Elementary.exp(-Math.abs(x)));
  }

  /**
   * Adds an element to the lane that stands at {@code at}.
   *
   * @param decay exp(-|x|)
   */
  public static void add(double[] w, int at, double x, double decay) {
    w[at] += x > 0 ? x : 0;
    w[at + PRODUCTS] *= 1 + decay;
  }

  /** Takes the exponents out of the products of the lanes that begin at {@code at}. */
  public static void normalise(double[] w, int at) {
    for (int k = at + PRODUCTS; k < at + EXPONENTS; k++) {
      double product = w[k];
      if (product < Double.POSITIVE_INFINITY) {
        long exponent = Math.getExponent(product);
        w[k] = Double.longBitsToDouble(Double.doubleToRawLongBits(product) - (exponent << 52));
        w[k + PRODUCTS] += exponent;
      }
    }
  }

  /** {@return the sum of all elements that were added; the lanes' exponents are taken out} */
  public static double result(double[] w, int at) {
    normalise(w, at);
    int p = at + PRODUCTS;
    double product =
        ((w[p] * w[p + 4]) * (w[p + 2] * w[p + 6]))
            * ((w[p + 1] * w[p + 5]) * (w[p + 3] * w[p + 7]));
    double logarithm = Math.fma(combine(w, at + EXPONENTS), LN2, Elementary.log(product));
    return combine(w, at) + logarithm;
  }

  private static double combine(double[] w, int at) {
    return PlainSums.combine(
        w[at], w[at + 1], w[at + 2], w[at + 3], w[at + 4], w[at + 5], w[at + 6], w[at + 7]);
  }
}
