package planish.reference;

import static planish.reference.BigValues.zeros;

import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.vector.UnaryFunction;

/** Matrices in row-major order, with 50 digits. */
final class BigMatrices {
  private BigMatrices() {}

  static Big dot(Big[] a, Big[] b) {
    Big sum = Big.ZERO;
    for (int k = 0; k < a.length; k++) {
      sum = sum.plus(a[k].times(b[k]));
    }
    return sum;
  }

  static Big[] transposed(Big[] x, int columns) {
    Big[] out = new Big[x.length];
    int rows = x.length / columns;
    for (int k = 0; k < x.length; k++) {
      out[k % columns * rows + k / columns] = x[k];
    }
    return out;
  }

  /** {@return a times b; a vector is a row, or a column} */
  static Big[] product(Big[] a, Big[] b, int rows, int columns) {
    int inner = a.length / rows;
    Big[] out = zeros(rows * columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < inner; k++) {
          Big term = a[i * inner + k].times(b[k * columns + j]);
          out[i * columns + j] = out[i * columns + j].plus(term);
        }
      }
    }
    return out;
  }

  /** {@return the factor of the symmetric part} */
  static Big[] cholesky(Big[] a, int n) {
    Big[] l = zeros(n * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        Big sum = a[i * n + j].plus(a[j * n + i]).times(0.5);
        for (int k = 0; k < j; k++) {
          sum = sum.minus(l[i * n + k].times(l[j * n + k]));
        }
        l[i * n + j] =
            i == j ? BigElements.of(UnaryFunction.SQRT).apply(sum) : sum.over(l[j * n + j]);
      }
    }
    return l;
  }

  /**
   * {@return the symmetric part of L⁻ᵀ Φ(Lᵀ F) L⁻¹, Φ the lower triangle with half the diagonal}
   */
  static Big[] choleskyAdjoint(Big[] l, Big[] f, int n) {
    TriangularSolve transposed = new TriangularSolve(true);
    Big[] product = product(transposed(lower(l, n, 1), n), lower(f, n, 1), n, n);
    Big[] left = solve(l, lower(product, n, 0.5), n, transposed);
    Big[] whole = solve(l, transposed(left, n), n, transposed);
    Big[] other = transposed(whole, n);
    for (int k = 0; k < whole.length; k++) {
      whole[k] = whole[k].plus(other[k]).times(0.5);
    }
    return whole;
  }

  static Big[] solve(Big[] l, Big[] b, int n, TriangularSolve how) {
    int columns = b.length / n;
    Big[] x = b.clone();
    for (int step = 0; step < n; step++) {
      int i = how.transposed() ? n - 1 - step : step;
      for (int c = 0; c < columns; c++) {
        Big sum = x[i * columns + c];
        for (int s = 0; s < step; s++) {
          int k = how.transposed() ? n - 1 - s : s;
          Big element = how.transposed() ? l[k * n + i] : l[i * n + k];
          sum = sum.minus(element.times(x[k * columns + c]));
        }
        x[i * columns + c] = sum.over(l[i * n + i]);
      }
    }
    return x;
  }

  static Big[] lower(Big[] a, int n, double onDiagonal) {
    Big[] out = zeros(n * n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(a, i * n, out, i * n, i);
      out[i * n + i] = a[i * n + i].times(onDiagonal);
    }
    return out;
  }

  static Big[] diagonal(Big[] a, int n) {
    Big[] out = new Big[n];
    for (int i = 0; i < n; i++) {
      out[i] = a[i * n + i];
    }
    return out;
  }

  static Big[] diagonalMatrix(Big[] x) {
    int n = x.length;
    Big[] out = zeros(n * n);
    for (int i = 0; i < n; i++) {
      out[i * n + i] = x[i];
    }
    return out;
  }
}
