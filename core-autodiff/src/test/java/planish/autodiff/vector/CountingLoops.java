package planish.autodiff.vector;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Stand-ins for vector loops: plain ones that count their calls and can be slow. */
final class CountingLoops implements VectorLoops {
  final AtomicLong calls = new AtomicLong();
  private final VectorLoops plain = Loops.plain();
  private final long nanoseconds;

  /** Each call takes that much longer. */
  CountingLoops(long nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  private VectorLoops counted() {
    calls.incrementAndGet();
    if (nanoseconds > 0) {
      LockSupport.parkNanos(nanoseconds);
    }
    return plain;
  }

  @Override
  public String description() {
    return "counting";
  }

  @Override
  public void unary(UnaryFunction f, double[] a, int aOffset, double[] out, int outOffset, int n) {
    counted().unary(f, a, aOffset, out, outOffset, n);
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
    counted().binary(f, a, aOffset, aStride, b, bOffset, bStride, out, outOffset, n);
  }

  @Override
  public double sum(double[] a, int aOffset, int n) {
    return counted().sum(a, aOffset, n);
  }

  @Override
  public double dot(double[] a, int aOffset, double[] b, int bOffset, int n) {
    return counted().dot(a, aOffset, b, bOffset, n);
  }

  @Override
  public double weightedSquares(double[] w, int wOffset, double[] x, int xOffset, int n) {
    return counted().weightedSquares(w, wOffset, x, xOffset, n);
  }

  @Override
  public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int n) {
    counted().axpy(alpha, x, xOffset, y, yOffset, n);
  }

  @Override
  public void weightedAxpy(
      double alpha, double[] w, int wo, double[] x, int xo, double[] y, int yo, int n) {
    counted().weightedAxpy(alpha, w, wo, x, xo, y, yo, n);
  }

  @Override
  public void matrixVector(
      double[] m, int mo, int rows, int columns, double[] x, int xo, double[] out, int oo) {
    counted().matrixVector(m, mo, rows, columns, x, xo, out, oo);
  }

  @Override
  public void transposedMatrixVector(
      double[] m, int mo, int rows, int columns, double[] r, int ro, double[] out, int oo) {
    counted().transposedMatrixVector(m, mo, rows, columns, r, ro, out, oo);
  }
}
