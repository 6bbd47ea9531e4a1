package planish.compiler;

import java.util.Arrays;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.UnaryFunction;

/**
 * What generated code calls: small enough that it is inlined, or long enough that it need not be.
 */
final class Support {
  private Support() {}

  static double less(double a, double b) {
    return a < b ? 1 : 0;
  }

  static double lessOrEqual(double a, double b) {
    return a <= b ? 1 : 0;
  }

  static double equal(double a, double b) {
    return a == b ? 1 : 0;
  }

  static double select(double condition, double a, double b) {
    return holds(condition) ? a : b;
  }

  static boolean holds(double condition) {
    return condition != 0 && condition == condition;
  }

  /** 1 where a condition does not hold. */
  static double fails(double condition) {
    return holds(condition) ? 0 : 1;
  }

  /** Functions that are no bytecode and no method of {@link Elementary} by name. */
  static double apply(UnaryFunction f, double a) {
    return Elementary.apply(f, a);
  }

  /** As {@link #apply(UnaryFunction, double)}. */
  static double apply(BinaryFunction f, double a, double b) {
    return Elementary.apply(f, a, b);
  }

  static void clear(double[] w, int from, int count) {
    Arrays.fill(w, from, from + count, 0);
  }

  /** ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)). */
  static double combine(double[] w, int at) {
    return ((w[at] + w[at + 4]) + (w[at + 2] + w[at + 6]))
        + ((w[at + 1] + w[at + 5]) + (w[at + 3] + w[at + 7]));
  }

  /** Combines the lanes of each column. */
  static void combineAll(double[] w, int lanes, int columns, int out) {
    for (int j = 0; j < columns; j++) {
      w[out + j] = combine(w, lanes + 8 * j);
    }
  }

  /** Adds elements by index, in their order. */
  static void scatter(
      double[] from, int start, int[] index, double[] w, int out, int begin, int end) {
    for (int k = begin; k < end; k++) {
      w[out + index[k]] += from[start + k];
    }
  }
}
