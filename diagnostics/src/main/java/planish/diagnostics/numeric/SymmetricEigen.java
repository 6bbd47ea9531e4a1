package planish.diagnostics.numeric;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th edition (2013), section 8.5.
 */
final class SymmetricEigen {
  private static final int SWEEPS = 50;

  private final double[][] matrix;
  private final double[][] vectors;

  /** Of a symmetric matrix, which is overwritten. */
  SymmetricEigen(double[][] matrix) {
    this.matrix = matrix;
    this.vectors = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && !isDiagonal(); sweep++) {
      for (int p = 0; p < matrix.length; p++) {
        for (int q = p + 1; q < matrix.length; q++) {
          rotate(p, q);
        }
      }
    }
  }

  private boolean isDiagonal() {
    double off = 0;
    double on = 0;
    for (int i = 0; i < matrix.length; i++) {
      on += matrix[i][i] * matrix[i][i];
      for (int j = 0; j < i; j++) {
        off += matrix[i][j] * matrix[i][j];
      }
    }
    return off <= 1e-30 * on;
  }

  private void rotate(int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
    double c = 1 / Math.hypot(1, t);
    double s = t * c;
    for (int k = 0; k < matrix.length; k++) {
      turn(matrix[k], p, q, c, s);
      turn(vectors[k], p, q, c, s);
    }
    for (int k = 0; k < matrix.length; k++) {
      double low = matrix[p][k];
      double high = matrix[q][k];
      matrix[p][k] = c * low - s * high;
      matrix[q][k] = s * low + c * high;
    }
  }

  private static void turn(double[] row, int p, int q, double c, double s) {
    double low = row[p];
    double high = row[q];
    row[p] = c * low - s * high;
    row[q] = s * low + c * high;
  }

  double value(int k) {
    return matrix[k][k];
  }

  /** {@return the component of an eigenvector} */
  double component(int row, int k) {
    return vectors[row][k];
  }
}
