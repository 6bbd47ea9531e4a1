package planish.autodiff.vector;

import java.util.Arrays;

/**
 * Plain loops, until vector loops are worth it: for each operation by itself.
 *
 * <p>Vector code is a thousand times slower than plain until it is compiled. So an operation is
 * counted; when it has had enough elements, a background thread exercises its vector code, and puts
 * it into {@code chosen} when it is as fast. Fields are read and counted without synchronisation: a
 * late or lost update only delays the move, since the bits are the same.
 */
final class AdaptiveLoops implements VectorLoops {
  /** Below this length plain loops are used for ever: measured, vectors win from 8 to 16. */
  static final int LONG = 16;

  /**
   * Elements before an operation is warmed: about a second of plain work, by which a program that
   * can be compiled has gone over to its own code, and the JIT is free.
   */
  private static final long MUCH = 400_000_000;

  private final PlainLoops plain = PlainLoops.INSTANCE;
  private final VectorLoops vector;
  private final VectorLoops[] chosen = new VectorLoops[Operation.COUNT];
  private final long[] seen = new long[Operation.COUNT];
  private final Warmup warmup;
  private final long much;

  AdaptiveLoops(VectorLoops vector) {
    this(vector, MUCH);
  }

  /**
   * Adaptive loops.
   *
   * @param vector what is moved to
   * @param much elements before an operation is warmed
   */
  AdaptiveLoops(VectorLoops vector, long much) {
    this.vector = vector;
    this.much = much;
    this.warmup = new Warmup(vector, this::move);
    Arrays.fill(chosen, plain);
  }

  private void move(int operation) {
    chosen[operation] = vector;
  }

  boolean usesVector(int operation) {
    return chosen[operation] == vector;
  }

  private VectorLoops pick(int operation, int n) {
    if (n < LONG) {
      return plain;
    }
    VectorLoops loops = chosen[operation];
    if (loops == plain) {
      count(operation, n);
    }
    return loops;
  }

  private void count(int operation, int n) {
    long before = seen[operation];
    if (before < much) {
      seen[operation] = before + n;
      if (before + n >= much) {
        warmup.request(operation);
      }
    }
  }

  @Override
  public String description() {
    return vector.description();
  }

  @Override
  public void unary(UnaryFunction f, double[] a, int aOffset, double[] out, int outOffset, int n) {
    pick(Operation.UNARY + f.ordinal(), n).unary(f, a, aOffset, out, outOffset, n);
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
    pick(Operation.BINARY + f.ordinal(), n)
        .binary(f, a, aOffset, aStride, b, bOffset, bStride, out, outOffset, n);
  }

  @Override
  public double sum(double[] a, int aOffset, int n) {
    return pick(Operation.SUM, n).sum(a, aOffset, n);
  }

  @Override
  public double dot(double[] a, int aOffset, double[] b, int bOffset, int n) {
    return pick(Operation.DOT, n).dot(a, aOffset, b, bOffset, n);
  }

  @Override
  public double weightedSquares(double[] w, int wOffset, double[] x, int xOffset, int n) {
    return pick(Operation.WEIGHTED_SQUARES, n).weightedSquares(w, wOffset, x, xOffset, n);
  }

  @Override
  public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int n) {
    pick(Operation.AXPY, n).axpy(alpha, x, xOffset, y, yOffset, n);
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
    pick(Operation.WEIGHTED_AXPY, n).weightedAxpy(alpha, w, wOffset, x, xOffset, y, yOffset, n);
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
    pick(Operation.MATRIX_VECTOR, rows < LONG ? 0 : rows * columns)
        .matrixVector(m, mOffset, rows, columns, x, xOffset, out, outOffset);
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
    pick(Operation.TRANSPOSED_MATRIX_VECTOR, rows < LONG ? 0 : rows * columns)
        .transposedMatrixVector(m, mOffset, rows, columns, r, rOffset, out, outOffset);
  }
}
