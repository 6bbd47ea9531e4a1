package planish.compiler;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Known matrices as vector code reads them fastest: 64 rows after the other, column after column,
 * each column of a panel on cache lines of its own. An array of Java's stands anywhere, so that
 * nearly every vector in it lies on two lines, and is read at little more than half of the speed.
 */
final class Panels {
  /** Rows of a panel; those that miss in the last one are zero. */
  static final int ROWS = 64;

  /** Larger matrices are not copied: they come from memory, which is slower than that. */
  private static final long MOST = 1 << 18;

  private static final int LINE = 64;

  private Panels() {}

  /** {@return whether it pays to copy a matrix of some rows} */
  static boolean pay(Operand matrix, int rows) {
    return matrix.isKnown() && rows >= ROWS && matrix.size() >= 4 * rows && matrix.size() <= MOST;
  }

  /** {@return a copy of a matrix that stands column after column} */
  static MemorySegment of(Operand matrix, int rows) {
    int columns = matrix.size() / rows;
    long panels = (rows + ROWS - 1) / ROWS;
    MemorySegment copy = Arena.ofAuto().allocate(panels * columns * ROWS * Double.BYTES, LINE);
    for (int row = 0; row < rows; row += ROWS) {
      for (int j = 0; j < columns; j++) {
        int from = matrix.offset() + j * rows + row;
        long to = start(row, columns) + j * column();
        int some = Math.min(ROWS, rows - row);
        MemorySegment.copy(matrix.known(), from, copy, ValueLayout.JAVA_DOUBLE, to, some);
      }
    }
    return copy;
  }

  /** {@return where the panel of a row begins, in bytes; the row is a panel's first} */
  static long start(int row, int columns) {
    return (long) row * columns * Double.BYTES;
  }

  /** {@return the bytes of a panel's column} */
  static long column() {
    return (long) ROWS * Double.BYTES;
  }
}
