package planish.sampling.output;

import java.util.Arrays;

/** The draws of one chain, one array for each column; the arrays grow up to a limit. */
final class DrawColumns {
  private static final int FIRST = 1024;

  private final double[][] values;
  private final double[][] statistics;
  private final int limit;
  private int capacity;
  private int count;

  DrawColumns(int valueColumns, int statisticColumns, int limit) {
    this.limit = limit;
    capacity = Math.min(FIRST, limit);
    values = new double[valueColumns][capacity];
    statistics = new double[statisticColumns][capacity];
  }

  private void grow(int least) {
    if (least > capacity) {
      capacity = (int) Math.min(Math.max(2L * capacity, least), limit);
      grow(values);
      grow(statistics);
    }
  }

  private void grow(double[][] columns) {
    for (int k = 0; k < columns.length; k++) {
      columns[k] = Arrays.copyOf(columns[k], capacity);
    }
  }

  void add(double[] valueRow, double[] statisticRow) {
    grow(count + 1);
    put(valueRow, values);
    put(statisticRow, statistics);
    count++;
  }

  private void put(double[] row, double[][] columns) {
    for (int k = 0; k < columns.length; k++) {
      columns[k][count] = row[k];
    }
  }

  /** Takes over what an earlier session made: the first {@code draws} of each column. */
  void load(double[][] earlierValues, double[][] earlierStatistics, int draws) {
    grow(draws);
    for (int k = 0; k < values.length; k++) {
      System.arraycopy(earlierValues[k], 0, values[k], 0, draws);
    }
    for (int k = 0; k < statistics.length; k++) {
      System.arraycopy(earlierStatistics[k], 0, statistics[k], 0, draws);
    }
    count = draws;
  }

  int count() {
    return count;
  }

  /** {@return the columns, cut to the draws there are} */
  double[][] values() {
    return cut(values);
  }

  /** {@return the columns of statistics, cut to the draws there are} */
  double[][] statistics() {
    return cut(statistics);
  }

  private double[][] cut(double[][] columns) {
    double[][] cut = new double[columns.length][];
    for (int k = 0; k < columns.length; k++) {
      cut[k] = columns[k].length == count ? columns[k] : Arrays.copyOf(columns[k], count);
    }
    return cut;
  }
}
