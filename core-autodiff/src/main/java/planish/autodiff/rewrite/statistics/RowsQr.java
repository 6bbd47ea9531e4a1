package planish.autodiff.rewrite.statistics;

import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/**
 * The triangular factor of a tall matrix whose rows come one after the other: blocks of rows are
 * reduced together with the factor so far by Householder reflections (G. Golub and C. Van Loan,
 * "Matrix Computations", fourth edition, 2013, sections 5.1 and 5.2).
 */
final class RowsQr {
  private static final int BLOCK = 256;

  private final VectorLoops loops = Loops.plain();
  private final int columns;

  /** Column j stands at j (1 + BLOCK): the row of the factor that is reduced, then the block. */
  private final double[] block;

  private final double[] factor;
  private int filled;

  RowsQr(int columns) {
    this.columns = columns;
    this.block = new double[columns * BLOCK];
    this.factor = new double[columns * columns];
  }

  /** Adds a row. */
  void add(double[] row) {
    for (int j = 0; j < columns; j++) {
      block[j * BLOCK + filled] = row[j];
    }
    if (++filled == BLOCK) {
      reduce();
    }
  }

  /** {@return the upper triangular factor, row-major} */
  double[] factor() {
    reduce();
    return factor;
  }

  private void reduce() {
    for (int j = 0; j < columns && filled > 0; j++) {
      reflect(j);
    }
    filled = 0;
  }

  /** Zeroes the block's column j by reflecting it, under the diagonal element, onto that. */
  private void reflect(int j) {
    int at = j * BLOCK;
    double diagonal = factor[j * columns + j];
    double below = loops.dot(block, at, block, at, filled);
    if (below == 0) {
      return;
    }
    double norm = Math.sqrt(Math.fma(diagonal, diagonal, below));
    double reflected = diagonal > 0 ? -norm : norm;
    double head = diagonal - reflected;
    factor[j * columns + j] = reflected;
    // The reflection is I - v vᵀ / scale, with v = (head, column).
    double scale = -reflected * head;
    for (int k = j + 1; k < columns; k++) {
      int other = k * BLOCK;
      double product =
          Math.fma(head, factor[j * columns + k], loops.dot(block, at, block, other, filled));
      double times = -product / scale;
      factor[j * columns + k] = Math.fma(times, head, factor[j * columns + k]);
      loops.axpy(times, block, at, block, other, filled);
    }
  }
}
