package planish.autodiff.vector;

/**
 * The loops over arrays that tapes and kernels are made of.
 *
 * <p>Every implementation gives the same bits, on any vector length, interpreted or compiled:
 * elementary functions are made of IEEE operations and fma in one fixed sequence ({@link
 * Elementary}); sums run over eight virtual lanes (element i goes to lane i mod 8, in the order of
 * i), which are combined as ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)).
 *
 * <p>Arrays are given with the offset of their first element. An output of an elementwise loop may
 * be the same window as an input; other overlaps are not allowed. Lengths may be zero. Indices are
 * not checked beyond what Java does. Implementations have no state and are safe for many threads;
 * plain loops allocate nothing, vector loops nothing once compiled.
 */
public interface VectorLoops {
  /** {@return what these loops are, for people: {@code plain} or {@code vector (8 lanes)}} */
  String description();

  /** Sets {@code out[i] = f(a[i])}. */
  void unary(UnaryFunction f, double[] a, int aOffset, double[] out, int outOffset, int n);

  /**
   * Sets {@code out[i] = f(a[i], b[i])}.
   *
   * @param aStride 1, or 0 where one number stands for all
   * @param bStride 1, or 0 where one number stands for all
   */
  void binary(
      BinaryFunction f,
      double[] a,
      int aOffset,
      int aStride,
      double[] b,
      int bOffset,
      int bStride,
      double[] out,
      int outOffset,
      int n);

  /** {@return the sum of a over eight virtual lanes; 0 for none} */
  double sum(double[] a, int aOffset, int n);

  /** {@return the sum of fma(a[i], b[i], lane) over eight virtual lanes; 0 for none} */
  double dot(double[] a, int aOffset, double[] b, int bOffset, int n);

  /**
   * {@return the sum of fma(w[i] * x[i], x[i], lane) over eight virtual lanes: a weighted sum of
   * squares; 0 for none}
   */
  double weightedSquares(double[] w, int wOffset, double[] x, int xOffset, int n);

  /** Sets {@code y[i] = fma(alpha, x[i], y[i])}. */
  void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int n);

  /** Sets {@code y[i] = fma(alpha * w[i], x[i], y[i])}: a leapfrog step with a diagonal metric. */
  void weightedAxpy(
      double alpha,
      double[] w,
      int wOffset,
      double[] x,
      int xOffset,
      double[] y,
      int yOffset,
      int n);

  /**
   * Sets {@code out[i] = sum over j of m[i, j] x[j]}: each element is the chain fma(m[i, j], x[j],
   * ·) over j = 0, 1, …, from 0.
   *
   * @param m element (i, j) stands at {@code mOffset + i + j * rows}: column-major
   */
  void matrixVector(
      double[] m,
      int mOffset,
      int rows,
      int columns,
      double[] x,
      int xOffset,
      double[] out,
      int outOffset);

  /**
   * Sets {@code out[j] = sum over i of m[i, j] r[i]}: each element is a {@link #dot} over i.
   *
   * @param m element (i, j) stands at {@code mOffset + i + j * rows}: column-major
   */
  void transposedMatrixVector(
      double[] m,
      int mOffset,
      int rows,
      int columns,
      double[] r,
      int rOffset,
      double[] out,
      int outOffset);
}
