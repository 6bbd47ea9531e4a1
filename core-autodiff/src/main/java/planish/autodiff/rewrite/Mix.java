package planish.autodiff.rewrite;

/**
 * Mixes numbers into one of 64 bits.
 *
 * <p>Source: the finalizer of G. L. Steele Jr., D. Lea and C. H. Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014.
 */
final class Mix {
  /** Bits of a double's fraction that do not count: about nine decimal digits stay. */
  private static final int DROPPED = 22;

  private Mix() {}

  /** {@return a number for a word and other numbers, in their order} */
  static long of(String word, long... parts) {
    long hash = word.hashCode();
    for (long part : parts) {
      hash = next(hash, part);
    }
    return next(hash, parts.length);
  }

  /** {@return a number for an array's values, rounded} */
  static long of(double... values) {
    long hash = values.length;
    for (double value : values) {
      hash = next(hash, rounded(value));
    }
    return hash;
  }

  /** {@return the bits of a value rounded to about nine digits} */
  static long rounded(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    long half = 1L << (DROPPED - 1);
    return Double.isFinite(value) ? (bits + half) >> DROPPED : bits;
  }

  static long next(long hash, long part) {
    long z = hash * 0x9e3779b97f4a7c15L + part;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
