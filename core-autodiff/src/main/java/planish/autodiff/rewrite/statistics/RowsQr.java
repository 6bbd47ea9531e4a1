package planish.autodiff.rewrite.statistics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/**
 * The triangular factor of a tall matrix whose rows come one after the other: blocks of rows are
 * reduced together with the factor so far by Householder reflections, which are EJML's.
 */
final class RowsQr {
  private static final int BLOCK = 256;

  private final int columns;
  private final QRDecompositionHouseholderColumn_DDRM decomposition =
      new QRDecompositionHouseholderColumn_DDRM();

  /** The factor so far, then the rows that are not yet in it. */
  private final DMatrixRMaj rows;

  private final DMatrixRMaj factor;
  private int filled;

  RowsQr(int columns) {
    this.columns = columns;
    this.rows = new DMatrixRMaj(columns + BLOCK, columns);
    this.factor = new DMatrixRMaj(columns, columns);
  }

  /** Adds a row. */
  void add(double[] row) {
    System.arraycopy(row, 0, rows.data, (columns + filled) * columns, columns);
    if (++filled == BLOCK) {
      reduce();
    }
  }

  /** {@return the upper triangular factor, row-major} */
  double[] factor() {
    reduce();
    return factor.data;
  }

  private void reduce() {
    if (filled == 0 || columns == 0) {
      return;
    }
    System.arraycopy(factor.data, 0, rows.data, 0, columns * columns);
    rows.reshape(columns + filled, columns, true);
    // A column of zeros alone is reported, but does no harm.
    decomposition.decompose(rows);
    decomposition.getR(factor, true);
    rows.reshape(columns + BLOCK, columns, true);
    filled = 0;
  }
}
