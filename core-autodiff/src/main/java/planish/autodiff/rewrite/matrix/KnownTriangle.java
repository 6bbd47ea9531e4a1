package planish.autodiff.rewrite.matrix;

import java.util.Optional;
import planish.autodiff.graph.KnownValues;

/**
 * A known lower triangular matrix T with its inverse, and the condition number of T Tᵀ, which is
 * that of Tᵀ T too.
 */
final class KnownTriangle {
  /** Power iterations for the norms: the condition number need not be known to many digits. */
  private static final int ITERATIONS = 40;

  private static final double GOLDEN = 0.6180339887498949;

  private final int size;
  private final double[] triangle;
  private final double[] inverse;
  private final double condition;

  private KnownTriangle(int size, double[] triangle) {
    this.size = size;
    this.triangle = triangle;
    this.inverse = invert(triangle, size);
    this.condition = norm(triangle) * norm(inverse);
  }

  /**
   * {@return the lower triangle of a matrix; what stands above is not looked at; none where an
   * element is not finite or the diagonal has a zero}
   */
  static Optional<KnownTriangle> lower(double[] matrix, int size) {
    double[] triangle = new double[size * size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix, i * size, triangle, i * size, i + 1);
      if (triangle[i * size + i] == 0) {
        return Optional.empty();
      }
    }
    return KnownValues.allFinite(triangle)
        ? Optional.of(new KnownTriangle(size, triangle))
        : Optional.empty();
  }

  /** {@return the condition number of T Tᵀ: the ratio of its greatest eigenvalue to its least} */
  double condition() {
    return condition;
  }

  /** {@return √(xᵀ T Tᵀ x)} */
  double length(double[] x) {
    return Math.sqrt(multiplyTransposed(triangle, x, new double[size]));
  }

  /** {@return T⁻¹, not to be changed} */
  double[] inverse() {
    return inverse;
  }

  /** {@return T Tᵀ} */
  double[] gram() {
    return outerGram(triangle);
  }

  /** {@return Tᵀ T} */
  double[] transposedGram() {
    return innerGram(triangle);
  }

  /** {@return the inverse of T Tᵀ} */
  double[] inverseOfGram() {
    return innerGram(inverse);
  }

  /** {@return the inverse of Tᵀ T} */
  double[] inverseOfTransposedGram() {
    return outerGram(inverse);
  }

  /** Row by row: row i of the inverse is e_i less the rows before it, over the diagonal. */
  private static double[] invert(double[] t, int n) {
    double[] inverse = new double[n * n];
    for (int i = 0; i < n; i++) {
      int row = i * n;
      for (int k = 0; k < i; k++) {
        double factor = t[row + k];
        for (int j = 0; j <= k; j++) {
          inverse[row + j] -= factor * inverse[k * n + j];
        }
      }
      inverse[row + i] = 1;
      for (int j = 0; j <= i; j++) {
        inverse[row + j] /= t[row + i];
      }
    }
    return inverse;
  }

  /** The square of the greatest singular value, from below, by power iteration. */
  private double norm(double[] t) {
    double[] x = new double[size];
    double[] y = new double[size];
    double squares = 0;
    for (int i = 0; i < size; i++) {
      x[i] = (i + 1) * GOLDEN % 1 - 0.5;
      squares += x[i] * x[i];
    }
    double norm = 0;
    for (int iteration = 0; iteration < ITERATIONS && squares > 0; iteration++) {
      double scale = 1 / Math.sqrt(squares);
      norm = multiply(t, x, scale, y);
      squares = multiplyTransposed(t, y, x);
    }
    return norm;
  }

  /** y ← T (scale x), the sum of squares of y. */
  private double multiply(double[] t, double[] x, double scale, double[] y) {
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += t[i * size + j] * x[j];
      }
      y[i] = sum * scale;
      squares += y[i] * y[i];
    }
    return squares;
  }

  private double multiplyTransposed(double[] t, double[] y, double[] x) {
    java.util.Arrays.fill(x, 0);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        x[j] += t[i * size + j] * y[i];
      }
    }
    double squares = 0;
    for (double element : x) {
      squares += element * element;
    }
    return squares;
  }

  private double[] outerGram(double[] t) {
    double[] gram = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += t[i * size + k] * t[j * size + k];
        }
        gram[i * size + j] = sum;
        gram[j * size + i] = sum;
      }
    }
    return gram;
  }

  private double[] innerGram(double[] t) {
    double[] gram = new double[size * size];
    for (int k = 0; k < size; k++) {
      for (int i = 0; i <= k; i++) {
        double factor = t[k * size + i];
        for (int j = 0; j <= i; j++) {
          gram[i * size + j] += factor * t[k * size + j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        gram[j * size + i] = gram[i * size + j];
      }
    }
    return gram;
  }
}
