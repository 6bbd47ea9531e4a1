package planish.autodiff.rewrite.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.gather.Groups;

/** Which rows of an expression have equal data and belong to equal groups. */
final class DistinctRows {
  private final List<double[]> numbers = new ArrayList<>();
  private final List<int[]> groups = new ArrayList<>();
  private final int n;
  private final int[] kinds;
  private int[] first;
  private int count;

  private DistinctRows(int n) {
    this.n = n;
    this.kinds = new int[n];
  }

  /**
   * {@return the rows of a tree, told apart; null if it has parameters of each row's own, or if
   * more than half of the rows differ}
   */
  static DistinctRows of(KnownValues values, List<RowTree> trees, int n) {
    DistinctRows rows = new DistinctRows(n);
    for (RowTree tree : trees) {
      for (RowTree.Leaf leaf : tree.leaves()) {
        if (!rows.add(values, leaf)) {
          return null;
        }
      }
    }
    return rows.tell() ? rows : null;
  }

  private boolean add(KnownValues values, RowTree.Leaf leaf) {
    return switch (leaf) {
      case RowTree.Leaf.Same _ -> true;
      case RowTree.Leaf.Own _ -> false;
      case RowTree.Leaf.Numbers(var vector) -> addNumbers(values.of(vector));
      case RowTree.Leaf.Grouped(Groups of) -> groups.add(of.index().values());
      case RowTree.Leaf.Product(var _, var matrix) -> addNumbers(values.of(matrix));
    };
  }

  private boolean addNumbers(double[] x) {
    return x != null && numbers.add(x);
  }

  /** An open hash table of the first row of each kind. */
  private boolean tell() {
    int most = Math.max(n / 2, 1);
    first = new int[most];
    int[] table = new int[Integer.highestOneBit(Math.max(most, 4)) * 4];
    for (int i = 0; i < n; i++) {
      int at = hash(i) & (table.length - 1);
      while (table[at] != 0 && !equal(first[table[at] - 1], i)) {
        at = (at + 1) & (table.length - 1);
      }
      if (table[at] == 0) {
        if (count == most) {
          return false;
        }
        first[count++] = i;
        table[at] = count;
      }
      kinds[i] = table[at] - 1;
    }
    return true;
  }

  private int hash(int row) {
    long hash = 0;
    for (double[] x : numbers) {
      for (int at = row; at < x.length; at += n) {
        hash = 31 * hash + Double.doubleToLongBits(x[at]);
      }
    }
    for (int[] group : groups) {
      hash = 31 * hash + group[row];
    }
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
  }

  private boolean equal(int a, int b) {
    for (double[] x : numbers) {
      for (int at = 0; at < x.length; at += n) {
        if (Double.doubleToLongBits(x[at + a]) != Double.doubleToLongBits(x[at + b])) {
          return false;
        }
      }
    }
    for (int[] group : groups) {
      if (group[a] != group[b]) {
        return false;
      }
    }
    return true;
  }

  /** {@return the first row of each kind, in order} */
  int[] first() {
    return Arrays.copyOf(first, count);
  }

  /** {@return for each kind the sum of its rows' weights, of which there may be one for all} */
  double[] weights(double[] d) {
    return KnownSums.byGroup(d, null, n, kinds, count);
  }
}
