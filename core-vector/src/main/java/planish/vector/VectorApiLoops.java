package planish.vector;

import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/** Loops over vectors with the same bits as the plain ones; slow until compiled. */
final class VectorApiLoops implements VectorLoops {
  static final VectorApiLoops INSTANCE = new VectorApiLoops();

  private VectorApiLoops() {}

  @Override
  public String description() {
    return "vector (" + Lanes.LENGTH + " lanes)";
  }

  @Override
  public void unary(UnaryFunction f, double[] a, int aOffset, double[] out, int outOffset, int n) {
    VectorUnary.apply(f, a, aOffset, out, outOffset, n);
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
    VectorBinary.apply(f, a, aOffset, aStride, b, bOffset, bStride, out, outOffset, n);
  }

  @Override
  public double sum(double[] a, int aOffset, int n) {
    return VectorSums.sum(a, aOffset, n);
  }

  @Override
  public double dot(double[] a, int aOffset, double[] b, int bOffset, int n) {
    return VectorSums.dot(a, aOffset, b, bOffset, n);
  }

  @Override
  public double weightedSquares(double[] w, int wOffset, double[] x, int xOffset, int n) {
    return VectorSums.weightedSquares(w, wOffset, x, xOffset, n);
  }

  @Override
  public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int n) {
    VectorUpdates.axpy(alpha, x, xOffset, y, yOffset, n);
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
    VectorUpdates.weightedAxpy(alpha, w, wOffset, x, xOffset, y, yOffset, n);
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
    VectorProducts.matrixVector(m, mOffset, rows, columns, x, xOffset, out, outOffset);
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
    VectorProducts.transposedMatrixVector(m, mOffset, rows, columns, r, rOffset, out, outOffset);
  }
}
