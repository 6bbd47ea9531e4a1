package planish.compiler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import planish.autodiff.vector.SoftplusSum;

/**
 * All that is computed in one pass over vectors of one length: linear combinations of columns, then
 * the elementwise part with its sums, then dot products with columns and sums by index. Where there
 * are products, the pass goes over blocks of rows, so that a matrix is read from memory once.
 */
final class Loop {
  /** Numbers of a matrix's block: two thirds of a first-level cache. */
  private static final int CACHED = 1 << 12;

  private static final int LEAST = 64;
  private static final int MOST = 2048;

  private final int length;

  /** The nodes of the body, in the order of the tape, cut where a method would be too long. */
  final List<List<Integer>> segments = new ArrayList<>();

  /** Nodes that are linear combinations of columns. */
  final List<Integer> products = new ArrayList<>();

  /** Nodes that are dot products with columns. */
  final List<Integer> dots = new ArrayList<>();

  /** Nodes that are sums by index. */
  final List<Integer> scatters = new ArrayList<>();

  /** Nodes whose sums or flags are gathered in eight lanes. */
  final List<Integer> reductions = new ArrayList<>();

  /** Those of them that sum up log(1 + exp(x)), by their index: they have more lanes. */
  final BitSet softplus = new BitSet();

  /**
   * Where the lanes of reductions stand, then those of dot products, as a place in the workspace.
   */
  int lanes;

  /** The most columns that its products read. */
  int columns;

  Loop(int length) {
    this.length = length;
  }

  int length() {
    return length;
  }

  /**
   * {@return the elements of a block, a power of two, or all of them: as many rows as leave a
   * matrix's block in the first-level cache, and no more than a product of factors can take}
   */
  int block() {
    if (columns == 0) {
      return softplus.isEmpty() ? length : Math.min(length, SoftplusSum.MOST);
    }
    if (products.isEmpty() || dots.isEmpty()) {
      return Math.min(length, MOST);
    }
    int rows = Integer.highestOneBit(Math.max(1, CACHED / columns));
    return Math.min(length, Math.max(LEAST, Math.min(MOST, rows)));
  }

  /** {@return whether there is more than one block} */
  boolean isBlocked() {
    return block() < length;
  }

  /** {@return the place of a reduction's lanes; of the next one's after the last} */
  int lanesOf(int reduction) {
    int wide = softplus.get(0, reduction).cardinality();
    return lanes + 8 * (reduction - wide) + SoftplusSum.LANES * wide;
  }

  /** {@return the place of the lanes of the first column's dot product} */
  int lanesOfDots() {
    return lanesOf(reductions.size());
  }
}
