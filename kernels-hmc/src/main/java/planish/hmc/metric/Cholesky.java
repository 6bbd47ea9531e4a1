package planish.hmc.metric;

import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/**
 * The factor L of a symmetric positive definite matrix A = L Lᵀ, row by row.
 *
 * <p>Its sums are those of {@link VectorLoops#dot}, so that the bits are the same everywhere.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th edition (2013), section
 * 4.2.
 */
final class Cholesky {
  private static final VectorLoops LOOPS = Loops.best();

  private Cholesky() {}

  /**
   * Factors a matrix.
   *
   * @param a row-major, n × n; its lower triangle is read
   * @param factor receives L, row-major; above its diagonal it is left alone
   * @return the row whose pivot is not positive and finite; -1 where there is none and the factor
   *     is complete
   */
  static int factor(double[] a, double[] factor, int n) {
    for (int i = 0; i < n; i++) {
      int row = i * n;
      for (int j = 0; j < i; j++) {
        double rest = a[row + j] - LOOPS.dot(factor, row, factor, j * n, j);
        factor[row + j] = rest / factor[j * n + j];
      }
      double pivot = a[row + i] - LOOPS.dot(factor, row, factor, row, i);
      if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
        return i;
      }
      factor[row + i] = Math.sqrt(pivot);
    }
    return -1;
  }

  /** Solves Lᵀ x = b in place: the n numbers at the offset are b, and become x. */
  static void solveTransposed(double[] factor, int n, double[] x, int offset) {
    for (int i = n - 1; i >= 0; i--) {
      int row = i * n;
      double solved = x[offset + i] / factor[row + i];
      x[offset + i] = solved;
      LOOPS.axpy(-solved, factor, row, x, offset, i);
    }
  }
}
