package planish.autodiff.rewrite.gather;

import java.util.Arrays;
import planish.autodiff.graph.Indices;

/**
 * The numbers that an array has.
 *
 * @param index which of them stands where
 * @param first where each stands first
 */
record NumberKinds(Indices index, int[] first) {
  /** Arrays with more different numbers than this are taken for arrays of nothing else. */
  private static final int MOST = 1 << 16;

  /** {@return how many different numbers there are} */
  int count() {
    return first.length;
  }

  /** {@return the numbers; null if they are more than half as many as places} */
  static NumberKinds of(double[] x) {
    int most = Math.min(x.length / 2, MOST);
    int[] first = new int[most];
    int[] kinds = new int[x.length];
    int[] table = new int[Integer.highestOneBit(Math.max(most, 4)) * 4];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      long bits = Double.doubleToRawLongBits(x[i]);
      int at = (int) ((bits * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
      while (table[at] != 0 && !same(x, first[table[at] - 1], i)) {
        at = (at + 1) & (table.length - 1);
      }
      if (table[at] == 0) {
        if (count == most) {
          return null;
        }
        first[count] = i;
        table[at] = ++count;
      }
      kinds[i] = table[at] - 1;
    }
    return new NumberKinds(new Indices(kinds), Arrays.copyOf(first, count));
  }

  private static boolean same(double[] x, int i, int j) {
    return Double.doubleToRawLongBits(x[i]) == Double.doubleToRawLongBits(x[j]);
  }

  /** {@return whether another array has equal numbers wherever this one has} */
  boolean fits(double[] x) {
    if (x.length != index.size()) {
      return false;
    }
    for (int i = 0; i < x.length; i++) {
      if (!same(x, first[index.values()[i]], i)) {
        return false;
      }
    }
    return true;
  }

  /** {@return the elements of an array where each number stands first} */
  double[] taken(double[] x) {
    return Arrays.stream(first).mapToDouble(i -> x[i]).toArray();
  }
}
