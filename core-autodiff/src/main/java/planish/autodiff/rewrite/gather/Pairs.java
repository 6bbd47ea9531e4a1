package planish.autodiff.rewrite.gather;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.Arrays;
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
public record Pairs(Indices index, int[] first, int[] second) {
  /**
   * {@return the pairs; null if they are more than half as many as rows: a table of more, from
   * which rows are gathered, costs more than what it saves}
   */
  static Pairs fewOf(Indices first, Indices second) {
    return of(first, second, first.size() / 2);
  }

  /**
   * {@return the pairs; null if they are more than 0.8 times as many as rows: up to there, as
   * measured, statistics of pairs are less work than rows}
   */
  public static Pairs of(Indices first, Indices second) {
    return of(first, second, (int) (0.8 * first.size()));
  }

  private static Pairs of(Indices first, Indices second, int most) {
    int n = first.size();
    int[] pairs = new int[n];
    int[] a = new int[most];
    int[] b = new int[most];
    int count = 0;
    Table table = new Table(most);
    for (int i = 0; i < n; i++) {
      int left = first.values()[i];
      int right = second.values()[i];
      int at = table.place(((long) left << 32) | right);
      if (table.pairs[at] == 0) {
        if (count == most) {
          return null;
        }
        a[count] = left;
        b[count] = right;
        table.pairs[at] = ++count;
      }
      pairs[i] = table.pairs[at] - 1;
    }
    return new Pairs(new Indices(pairs), Arrays.copyOf(a, count), Arrays.copyOf(b, count));
  }

  /** An open hash table: keys, and the number of each, from 1. */
  private static final class Table {
    private final long[] keys;
    private final int[] pairs;

    Table(int most) {
      int size = Integer.highestOneBit(Math.clamp(most, 4, 1 << 27)) * 4;
      this.keys = new long[size];
      this.pairs = new int[size];
    }

    /** {@return where a key stands, or is to stand} */
    int place(long key) {
      int mask = keys.length - 1;
      int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
      while (pairs[at] != 0 && keys[at] != key) {
        at = (at + 1) & mask;
      }
      keys[at] = key;
      return at;
    }
  }

  /** {@return values of the first grouping's groups for each pair} */
  public Expr ofFirst(Expr values) {
    return gatherFlat(values, first, Shape.of(first.length));
  }

  /** {@return values of the second grouping's groups for each pair} */
  public Expr ofSecond(Expr values) {
    return gatherFlat(values, second, Shape.of(second.length));
  }
}
