package planish.autodiff.vector;

/** Products of a column-major matrix with a vector, four columns at a time. */
final class PlainProducts {
  private PlainProducts() {}

  static void matrixVector(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    for (int i = 0; i < rows; i++) {
      out[io + i] = 0;
    }
    int j = 0;
    for (; j < columns - 3; j += 4) {
      addFour(m, im + j * rows, rows, x, ix + j, out, io);
    }
    for (; j < columns; j++) {
      addOne(m, im + j * rows, rows, x[ix + j], out, io);
    }
  }

  private static void addFour(
      double[] m, int im, int rows, double[] x, int ix, double[] out, int io) {
    double x0 = x[ix];
    double x1 = x[ix + 1];
    double x2 = x[ix + 2];
    double x3 = x[ix + 3];
    for (int i = 0; i < rows; i++) {
      double t = Math.fma(m[im + i], x0, out[io + i]);
      t = Math.fma(m[im + rows + i], x1, t);
      t = Math.fma(m[im + 2 * rows + i], x2, t);
      out[io + i] = Math.fma(m[im + 3 * rows + i], x3, t);
    }
  }

  private static void addOne(double[] m, int im, int rows, double x, double[] out, int io) {
    for (int i = 0; i < rows; i++) {
      out[io + i] = Math.fma(m[im + i], x, out[io + i]);
    }
  }
}
