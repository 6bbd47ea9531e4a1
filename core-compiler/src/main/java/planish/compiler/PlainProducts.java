package planish.compiler;

/** Products of a block of rows of a column-major matrix with a vector, in plain loops. */
final class PlainProducts {
  private PlainProducts() {}

  /**
   * Sets {@code out[i]} to the chain fma(m[i, j], x[j], ·) over the columns, for rows from {@code
   * begin} to {@code end}.
   */
  static void rows(
      double[] m,
      int im,
      int rows,
      int columns,
      double[] x,
      int ix,
      double[] out,
      int io,
      int begin,
      int end) {
    java.util.Arrays.fill(out, io + begin, io + end, 0);
    int j = 0;
    for (; j < columns - 3; j += 4) {
      addFour(m, im + j * rows, rows, x, ix + j, out, io, begin, end);
    }
    for (; j < columns; j++) {
      double factor = x[ix + j];
      int column = im + j * rows;
      for (int i = begin; i < end; i++) {
        out[io + i] = Math.fma(m[column + i], factor, out[io + i]);
      }
    }
  }

  private static void addFour(
      double[] m, int im, int rows, double[] x, int ix, double[] out, int io, int begin, int end) {
    double x0 = x[ix];
    double x1 = x[ix + 1];
    double x2 = x[ix + 2];
    double x3 = x[ix + 3];
    for (int i = begin; i < end; i++) {
      double t = Math.fma(m[im + i], x0, out[io + i]);
      t = Math.fma(m[im + rows + i], x1, t);
      t = Math.fma(m[im + 2 * rows + i], x2, t);
      out[io + i] = Math.fma(m[im + 3 * rows + i], x3, t);
    }
  }

  /**
   * Adds to the eight lanes of each column the products with r of rows from {@code begin}, a
   * multiple of eight, to {@code end}.
   */
  static void dots(
      double[] m,
      int im,
      int rows,
      int columns,
      double[] r,
      int ir,
      double[] w,
      int lanes,
      int begin,
      int end) {
    for (int j = 0; j < columns; j++) {
      dot(m, im + j * rows, r, ir, w, lanes + 8 * j, begin, end);
    }
  }

  static void dot(
      double[] m, int im, double[] r, int ir, double[] w, int lanes, int begin, int end) {
    double l0 = w[lanes];
    double l1 = w[lanes + 1];
    double l2 = w[lanes + 2];
    double l3 = w[lanes + 3];
    double l4 = w[lanes + 4];
    double l5 = w[lanes + 5];
    double l6 = w[lanes + 6];
    double l7 = w[lanes + 7];
    int i = begin;
    for (; i < end - 7; i += 8) {
      l0 = Math.fma(m[im + i], r[ir + i], l0);
      l1 = Math.fma(m[im + i + 1], r[ir + i + 1], l1);
      l2 = Math.fma(m[im + i + 2], r[ir + i + 2], l2);
      l3 = Math.fma(m[im + i + 3], r[ir + i + 3], l3);
      l4 = Math.fma(m[im + i + 4], r[ir + i + 4], l4);
      l5 = Math.fma(m[im + i + 5], r[ir + i + 5], l5);
      l6 = Math.fma(m[im + i + 6], r[ir + i + 6], l6);
      l7 = Math.fma(m[im + i + 7], r[ir + i + 7], l7);
    }
    w[lanes] = l0;
    w[lanes + 1] = l1;
    w[lanes + 2] = l2;
    w[lanes + 3] = l3;
    w[lanes + 4] = l4;
    w[lanes + 5] = l5;
    w[lanes + 6] = l6;
    w[lanes + 7] = l7;
    for (; i < end; i++) {
      int lane = lanes + (i & 7);
      w[lane] = Math.fma(m[im + i], r[ir + i], w[lane]);
    }
  }
}
