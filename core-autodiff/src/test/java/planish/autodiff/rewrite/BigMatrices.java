package planish.autodiff.rewrite;

import static planish.autodiff.rewrite.BigValues.DIGITS;
import static planish.autodiff.rewrite.BigValues.zeros;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import planish.autodiff.graph.TriangularSolve;

/** Matrices in row-major order, with 50 digits. */
final class BigMatrices {
  private BigMatrices() {}

  static BigDecimal dot(BigDecimal[] a, BigDecimal[] b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < a.length; k++) {
      sum = sum.add(a[k].multiply(b[k]), DIGITS);
    }
    return sum;
  }

  static BigDecimal[] transposed(BigDecimal[] x, int columns) {
    BigDecimal[] out = new BigDecimal[x.length];
    int rows = x.length / columns;
    for (int k = 0; k < x.length; k++) {
      out[k % columns * rows + k / columns] = x[k];
    }
    return out;
  }

  /** {@return a times b; a vector is a row, or a column} */
  static BigDecimal[] product(BigDecimal[] a, BigDecimal[] b, int rows, int columns) {
    int inner = a.length / rows;
    BigDecimal[] out = zeros(rows * columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < inner; k++) {
          BigDecimal term = a[i * inner + k].multiply(b[k * columns + j]);
          out[i * columns + j] = out[i * columns + j].add(term, DIGITS);
        }
      }
    }
    return out;
  }

  /** {@return the factor of the symmetric part} */
  static BigDecimal[] cholesky(BigDecimal[] a, int n) {
    BigDecimal[] l = zeros(n * n);
    BigDecimal half = new BigDecimal("0.5");
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        BigDecimal sum = a[i * n + j].add(a[j * n + i]).multiply(half);
        for (int k = 0; k < j; k++) {
          sum = sum.subtract(l[i * n + k].multiply(l[j * n + k]), DIGITS);
        }
        l[i * n + j] = i == j ? BigDecimalMath.sqrt(sum, DIGITS) : sum.divide(l[j * n + j], DIGITS);
      }
    }
    return l;
  }

  /**
   * {@return the symmetric part of L⁻ᵀ Φ(Lᵀ F) L⁻¹, Φ the lower triangle with half the diagonal}
   */
  static BigDecimal[] choleskyAdjoint(BigDecimal[] l, BigDecimal[] f, int n) {
    TriangularSolve transposed = new TriangularSolve(true);
    BigDecimal[] product = product(transposed(lower(l, n, 1), n), lower(f, n, 1), n, n);
    BigDecimal[] left = solve(l, lower(product, n, 0.5), n, transposed);
    BigDecimal[] whole = solve(l, transposed(left, n), n, transposed);
    BigDecimal[] other = transposed(whole, n);
    BigDecimal half = new BigDecimal("0.5");
    for (int k = 0; k < whole.length; k++) {
      whole[k] = whole[k].add(other[k]).multiply(half, DIGITS);
    }
    return whole;
  }

  static BigDecimal[] solve(BigDecimal[] l, BigDecimal[] b, int n, TriangularSolve how) {
    int columns = b.length / n;
    BigDecimal[] x = b.clone();
    for (int step = 0; step < n; step++) {
      int i = how.transposed() ? n - 1 - step : step;
      for (int c = 0; c < columns; c++) {
        BigDecimal sum = x[i * columns + c];
        for (int s = 0; s < step; s++) {
          int k = how.transposed() ? n - 1 - s : s;
          BigDecimal element = how.transposed() ? l[k * n + i] : l[i * n + k];
          sum = sum.subtract(element.multiply(x[k * columns + c]), DIGITS);
        }
        x[i * columns + c] = sum.divide(l[i * n + i], DIGITS);
      }
    }
    return x;
  }

  static BigDecimal[] lower(BigDecimal[] a, int n, double onDiagonal) {
    BigDecimal[] out = zeros(n * n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(a, i * n, out, i * n, i);
      out[i * n + i] = a[i * n + i].multiply(new BigDecimal(onDiagonal), DIGITS);
    }
    return out;
  }

  static BigDecimal[] diagonal(BigDecimal[] a, int n) {
    BigDecimal[] out = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      out[i] = a[i * n + i];
    }
    return out;
  }

  static BigDecimal[] diagonalMatrix(BigDecimal[] x) {
    int n = x.length;
    BigDecimal[] out = zeros(n * n);
    for (int i = 0; i < n; i++) {
      out[i * n + i] = x[i];
    }
    return out;
  }
}
