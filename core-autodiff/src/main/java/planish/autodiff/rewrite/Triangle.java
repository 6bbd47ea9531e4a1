package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.square;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;

/**
 * Products of known matrices X with parameters b in a sum of squares: with the least squares fit b₀
 * of the rest y, r = y + X b₀ and the factorisation (X, r) = Q (R, s; 0, ρ), Σ w (X b + y)² is |R
 * (b - b₀) + s|² + ρ². The fit need not be exact for that: s is what it lacks.
 */
final class Triangle {
  /** What of s is left out if it is less, in units of ρ. */
  private static final double NEGLIGIBLE = 1e-13;

  private final Expr coefficients;
  private final double[][] columns;
  private final int n;
  private int count;

  private Triangle(Expr coefficients, double[][] columns, int n) {
    this.coefficients = coefficients;
    this.columns = columns;
    this.n = n;
  }

  /** {@return the matrices; null if they have too many columns, or numbers that are not finite} */
  static Triangle of(KnownNumbers values, List<ParameterForm.Product> products, int n) {
    List<double[]> columns = new ArrayList<>();
    List<Expr> coefficients = new ArrayList<>();
    for (ParameterForm.Product product : products) {
      double[] x = values.finite(product.matrix());
      double[] d = values.finite(product.known());
      int width = product.matrix().shape().length(0);
      if (x == null || d == null || 2L * (columns.size() + width) > n) {
        return null;
      }
      for (int j = 0; j < width; j++) {
        columns.add(column(x, j * n, d, n));
      }
      coefficients.add(product.coefficients());
    }
    Expr all = coefficients.size() == 1 ? coefficients.get(0) : Functions.concatenate(coefficients);
    return new Triangle(all, columns.toArray(double[][]::new), n);
  }

  private static double[] column(double[] x, int from, double[] d, int n) {
    double[] column = Arrays.copyOfRange(x, from, from + n);
    for (int i = 0; i < n; i++) {
      column[i] *= d[d.length == 1 ? 0 : i];
    }
    return column;
  }

  /** {@return the number of columns} */
  int width() {
    return columns.length;
  }

  /** {@return the number of statistics} */
  int count() {
    return count;
  }

  /**
   * Projects a column out of the matrix.
   *
   * @return what the projected column's parameter has to be increased by; null if that would cost
   *     digits
   */
  Expr project(Projection projection) {
    int groups = projection.squares().length;
    double[] t = new double[columns.length * groups];
    for (int j = 0; j < columns.length; j++) {
      double[] high = projection.outOf(columns[j]).high();
      if (projection.loses(high, columns[j])) {
        return null;
      }
      System.arraycopy(high, 0, t, j * groups, groups);
    }
    return groups == 1
        ? dot(coefficients, Expr.vector(t))
        : product(coefficients, Expr.of(t, Shape.of(columns.length, groups)));
  }

  /** {@return the sum of squares that is left; null if a number is not finite} */
  Expr squares(double[] weights, double[] rest) {
    int p = columns.length;
    double[] fit = fit(factor(weights, rest), p);
    double[] left = rest.clone();
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < n; i++) {
        left[i] = Math.fma(fit[j], columns[j][i], left[i]);
      }
    }
    double[] r = factor(weights, left);
    return KnownNumbers.allFinite(r) && KnownNumbers.allFinite(fit) ? squares(r, fit, p) : null;
  }

  private Expr squares(double[] r, double[] fit, int p) {
    double[] lacking = new double[p];
    double[] triangle = new double[p * p];
    for (int i = 0; i < p; i++) {
      System.arraycopy(r, i * (p + 1), triangle, i * p, p);
      lacking[i] = r[i * (p + 1) + p];
    }
    double rho = r[p * (p + 1) + p];
    Expr z = product(Expr.of(triangle, Shape.of(p, p)), centred(fit));
    double most = Arrays.stream(lacking).map(Math::abs).max().orElse(0);
    Expr shifted = most <= NEGLIGIBLE * Math.abs(rho) ? z : z.plus(Expr.vector(lacking));
    count = p * (p + 1) / 2 + p + 1;
    return square(shifted).sum().plus(rho * rho);
  }

  private Expr centred(double[] fit) {
    return Arrays.stream(fit).allMatch(b -> b == 0)
        ? coefficients
        : coefficients.minus(Expr.vector(fit));
  }

  private double[] factor(double[] weights, double[] last) {
    int p = columns.length;
    RowsQr qr = new RowsQr(p + 1);
    double[] row = new double[p + 1];
    for (int i = 0; i < n; i++) {
      double root = weights == null ? 1 : Math.sqrt(weights[i]);
      for (int j = 0; j < p; j++) {
        row[j] = root * columns[j][i];
      }
      row[p] = root * last[i];
      qr.add(row);
    }
    return qr.factor();
  }

  /** {@return the solution of R b = -s; 0 where R has no more than rounding on its diagonal} */
  private static double[] fit(double[] r, int p) {
    double[] b = new double[p];
    for (int i = p - 1; i >= 0; i--) {
      double sum = r[i * (p + 1) + p];
      for (int j = i + 1; j < p; j++) {
        sum = Math.fma(r[i * (p + 1) + j], b[j], sum);
      }
      double diagonal = r[i * (p + 1) + i];
      b[i] = Math.abs(diagonal) > 1e-14 * height(r, i, p) ? -sum / diagonal : 0;
    }
    return b;
  }

  private static double height(double[] r, int column, int p) {
    double sum = 0;
    for (int i = 0; i <= column; i++) {
      sum = Math.fma(r[i * (p + 1) + column], r[i * (p + 1) + column], sum);
    }
    return Math.sqrt(sum);
  }
}
