package planish.sampling.csv;

import java.util.Arrays;

/** Rows that are still coming, stored by column. */
final class DrawTable {
  private final double[][] columns;
  private int rows;

  DrawTable(int columns) {
    this.columns = new double[columns][0];
  }

  int rows() {
    return rows;
  }

  void add(double[] row) {
    if (columns.length > 0 && rows == columns[0].length) {
      int capacity = Math.max(64, 2 * rows);
      for (int k = 0; k < columns.length; k++) {
        columns[k] = Arrays.copyOf(columns[k], capacity);
      }
    }
    for (int k = 0; k < columns.length; k++) {
      columns[k][rows] = row[k];
    }
    rows++;
  }

  /** Moves the first rows into a table of their own. */
  DrawTable takeFirst(int count) {
    DrawTable first = new DrawTable(columns.length);
    first.rows = count;
    for (int k = 0; k < columns.length; k++) {
      first.columns[k] = Arrays.copyOf(columns[k], count);
      columns[k] = Arrays.copyOfRange(columns[k], count, rows);
    }
    rows -= count;
    return first;
  }

  /** {@return a column, of exactly as many numbers as there are rows} */
  double[] column(int column) {
    return Arrays.copyOf(columns[column], rows);
  }
}
