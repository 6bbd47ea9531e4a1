package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.KnownValues;

/**
 * Products of known matrices X with parameters b in a sum of squares: with the least squares fit b₀
 * of the rest y, r = y + X b₀ and the factorisation (X, r) = Q (R, s; 0, ρ), Σ w (X b + y)² is |R
 * (b - b₀) + s|² + ρ². The fit need not be exact for that: s is what it lacks. Where groups of rows
 * are to be told apart, each has a factor of its own, about the common fit.
 */
final class Triangle {
  /** What of s is left out if it is less, in units of ρ. */
  private static final double NEGLIGIBLE = 1e-13;

  /** More multiplications than this are not worth the wait. */
  private static final double WORK = 2e10;

  private final Expr coefficients;
  private final List<Source> sources;
  private final List<Taken> taken = new ArrayList<>();
  private final int n;
  private final int width;
  private int count;

  /**
   * A column as the data have it.
   *
   * @param numbers of the matrix, not to be changed
   * @param from where the column begins
   * @param factors of the rows, or one for all
   */
  private record Source(double[] numbers, int from, double[] factors) {
    double at(int i) {
      return numbers[from + i] * factors[factors.length == 1 ? 0 : i];
    }
  }

  /** What was projected out, with the coefficients of each column. */
  private record Taken(Projection projection, double[][] coefficients) {}

  private Triangle(Expr coefficients, List<Source> sources, int n) {
    this.coefficients = coefficients;
    this.sources = sources;
    this.n = n;
    this.width = sources.size();
  }

  /** {@return the matrices; null if they have too many columns, or numbers that are not finite} */
  static Triangle of(KnownValues values, List<ParameterForm.Product> products, int n) {
    List<Source> sources = new ArrayList<>();
    List<Expr> coefficients = new ArrayList<>();
    for (ParameterForm.Product product : products) {
      double[] x = values.finite(product.matrix());
      double[] d = values.finite(product.known());
      int width = product.matrix().shape().length(0);
      if (x == null || d == null) {
        return null;
      }
      for (int j = 0; j < width; j++) {
        sources.add(new Source(x, j * n, d));
      }
      coefficients.add(product.coefficients());
    }
    double p = sources.size();
    if (2 * p > n || n * p * p > WORK) {
      return null;
    }
    Expr all = coefficients.size() == 1 ? coefficients.get(0) : Functions.concatenate(coefficients);
    return new Triangle(all, sources, n);
  }

  /** {@return what is left of a column in one row} */
  private double at(int i, int j) {
    double x = sources.get(j).at(i);
    for (Taken of : taken) {
      x = of.projection.rest(of.coefficients[j], i, x);
    }
    return x;
  }

  private double[] column(int j) {
    double[] column = new double[n];
    Arrays.setAll(column, i -> at(i, j));
    return column;
  }

  /** {@return the number of columns} */
  int width() {
    return width;
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
    double[][] each = new double[width][];
    for (int j = 0; j < width; j++) {
      double[] column = column(j);
      each[j] = projection.outOf(column).high();
      if (projection.loses(each[j], column)) {
        return null;
      }
    }
    taken.add(new Taken(projection, each));
    double[] t = Arrays.stream(each).flatMapToDouble(Arrays::stream).toArray();
    return groups == 1
        ? dot(coefficients, Expr.vector(t))
        : product(coefficients, Expr.of(t, Shape.of(width, groups)));
  }

  /**
   * {@return the sum of squares that is left, or one for each group; null if a number is not
   * finite}
   *
   * @param group of each row; null if there are none
   * @param groups how many
   */
  Expr squares(double[] weights, double[] rest, int[] group, int groups) {
    int p = width;
    double[] fit = fit(factor(weights, rest, null), p);
    double[] left = rest.clone();
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < n; i++) {
        left[i] = Math.fma(fit[j], at(i, j), left[i]);
      }
    }
    int[][] rows = group == null ? new int[1][] : rowsOf(group, groups);
    double[][] factors = new double[rows.length][];
    Arrays.setAll(factors, k -> factor(weights, left, rows[k]));
    boolean finite =
        KnownValues.allFinite(fit) && Arrays.stream(factors).allMatch(KnownValues::allFinite);
    return finite ? squares(factors, fit, group != null) : null;
  }

  /** {@return the rows of each group} */
  private static int[][] rowsOf(int[] group, int groups) {
    int[] sizes = new int[groups];
    for (int g : group) {
      sizes[g]++;
    }
    int[][] rows = new int[groups][];
    Arrays.setAll(rows, g -> new int[sizes[g]]);
    for (int i = group.length - 1; i >= 0; i--) {
      rows[group[i]][--sizes[group[i]]] = i;
    }
    return rows;
  }

  private Expr squares(double[][] factors, double[] fit, boolean each) {
    int p = width;
    int height = factors.length * p;
    double[] lacking = new double[height];
    double[] triangles = new double[height * p];
    double[] remainders = new double[factors.length];
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < factors.length; k++) {
      double[] r = factors[k];
      for (int i = 0; i < p; i++) {
        System.arraycopy(r, i * (p + 1), triangles, (k * p + i) * p, p);
        lacking[k * p + i] = r[i * (p + 1) + p];
      }
      double rho = r[p * (p + 1) + p];
      least = Math.min(least, Math.abs(rho));
      remainders[k] = rho * rho;
    }
    Expr z = product(Expr.of(triangles, Shape.of(height, p)), centred(fit));
    double most = Arrays.stream(lacking).map(Math::abs).max().orElse(0);
    Expr squares = square(most <= NEGLIGIBLE * least ? z : z.plus(Expr.vector(lacking)));
    count = factors.length * (p * (p + 1) / 2 + p + 1);
    return each
        ? sumLast(reshape(squares, Shape.of(factors.length, p)), 1).plus(Expr.vector(remainders))
        : squares.sum().plus(remainders[0]);
  }

  private Expr centred(double[] fit) {
    return Arrays.stream(fit).allMatch(b -> b == 0)
        ? coefficients
        : coefficients.minus(Expr.vector(fit));
  }

  /** {@return the triangular factor of some rows, or of all if these are null} */
  private double[] factor(double[] weights, double[] last, int[] rows) {
    int p = width;
    RowsQr qr = new RowsQr(p + 1);
    double[] row = new double[p + 1];
    int height = rows == null ? n : rows.length;
    for (int k = 0; k < height; k++) {
      int i = rows == null ? k : rows[k];
      double root = weights == null ? 1 : Math.sqrt(weights[i]);
      for (int j = 0; j < p; j++) {
        row[j] = root * at(i, j);
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
