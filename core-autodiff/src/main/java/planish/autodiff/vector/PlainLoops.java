package planish.autodiff.vector;

/** Loops over numbers one by one: as fast at the first call as an interpreter can be. */
final class PlainLoops implements VectorLoops {
  static final PlainLoops INSTANCE = new PlainLoops();

  private PlainLoops() {}

  @Override
  public String description() {
    return "plain";
  }

  @Override
  public void unary(UnaryFunction f, double[] a, int aOffset, double[] out, int outOffset, int n) {
    PlainUnary.apply(f, a, aOffset, out, outOffset, n);
  }

  @Override
  public void binary(
      BinaryFunction f,
      double[] a,
      int aOffset,
      int aStride,
      double[] b,
      int bOffset,
      int bStride,
      double[] out,
      int outOffset,
      int n) {
    PlainBinary.apply(f, a, aOffset, aStride, b, bOffset, bStride, out, outOffset, n);
  }

  @Override
  public double sum(double[] a, int aOffset, int n) {
    return PlainSums.sum(a, aOffset, n);
  }

  @Override
  public double dot(double[] a, int aOffset, double[] b, int bOffset, int n) {
    return PlainSums.dot(a, aOffset, b, bOffset, n);
  }

  @Override
  public double weightedSquares(double[] w, int wOffset, double[] x, int xOffset, int n) {
    return PlainSums.weightedSquares(w, wOffset, x, xOffset, n);
  }

  @Override
  public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int n) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] = Math.fma(alpha, x[xOffset + i], y[yOffset + i]);
    }
  }

  @Override
  public void weightedAxpy(
      double alpha,
      double[] w,
      int wOffset,
      double[] x,
      int xOffset,
      double[] y,
      int yOffset,
      int n) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] = Math.fma(alpha * w[wOffset + i], x[xOffset + i], y[yOffset + i]);
    }
  }

  @Override
  public void matrixVector(
      double[] m,
      int mOffset,
      int rows,
      int columns,
      double[] x,
      int xOffset,
      double[] out,
      int outOffset) {
    PlainProducts.matrixVector(m, mOffset, rows, columns, x, xOffset, out, outOffset);
  }

  @Override
  public void transposedMatrixVector(
      double[] m,
      int mOffset,
      int rows,
      int columns,
      double[] r,
      int rOffset,
      double[] out,
      int outOffset) {
    for (int j = 0; j < columns; j++) {
      out[outOffset + j] = PlainSums.dot(m, mOffset + j * rows, r, rOffset, rows);
    }
  }
}
