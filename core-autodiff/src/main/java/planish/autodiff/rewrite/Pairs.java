package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Indices;

/**
 * The pairs of groups that rows belong to, where two groupings meet.
 *
 * @param index the pair of each row
 * @param first the group of each pair in the first grouping
 * @param second the group of each pair in the second grouping
 */
record Pairs(Indices index, int[] first, int[] second) {
  /** {@return the pairs; null if they are more than half as many as rows} */
  static Pairs of(Indices first, Indices second) {
    int n = first.size();
    int most = n / 2;
    int[] pairs = new int[n];
    int[] a = new int[most];
    int[] b = new int[most];
    Map<Long, Integer> found = new HashMap<>();
    for (int i = 0; i < n; i++) {
      int left = first.values()[i];
      int right = second.values()[i];
      int count = found.size();
      int pair = found.computeIfAbsent(((long) left << 32) | right, key -> count);
      if (pair == most) {
        return null;
      }
      pairs[i] = pair;
      a[pair] = left;
      b[pair] = right;
    }
    int count = found.size();
    return new Pairs(new Indices(pairs), Arrays.copyOf(a, count), Arrays.copyOf(b, count));
  }

  /** {@return values of the first grouping's groups for each pair} */
  Expr ofFirst(Expr values) {
    return gatherFlat(values, first, Shape.of(first.length));
  }

  /** {@return values of the second grouping's groups for each pair} */
  Expr ofSecond(Expr values) {
    return gatherFlat(values, second, Shape.of(second.length));
  }
}
