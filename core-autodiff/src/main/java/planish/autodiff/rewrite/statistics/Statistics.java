package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.square;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.rewrite.basics.KnownSums;

/**
 * The sum over rows of a factor times the square of a linear function of parameters, by statistics
 * of the known numbers. Columns of groups are projected out first, then those that all rows share,
 * then matrices are reduced to triangles.
 */
final class Statistics {
  /**
   * What a coefficient lacks of twice the precision is left out if it is less, in standard
   * deviations.
   */
  private static final double NEGLIGIBLE = 1e-13;

  private final RowFactor factor;
  private final int n;
  private final RowColumns read;
  private final double[] weights;
  private final double[] rest;
  private final List<RowColumns.Column> columns;
  private final Triangle triangle;
  private final List<Expr> terms = new ArrayList<>();
  private int count;

  private Statistics(RowColumns read, int n) {
    this.read = read;
    this.n = n;
    this.factor = read.factor();
    this.weights = read.weights();
    this.rest = read.constant();
    this.columns = read.columns();
    this.triangle = read.triangle();
  }

  /** {@return the statistics; null if numbers are not finite or there would be too many} */
  static Statistics of(KnownValues values, RowFactor factor, ParameterForm form, int n) {
    RowColumns read = RowColumns.of(values, factor, form, n);
    return read == null ? null : new Statistics(read, n);
  }

  /** {@return the number of statistics} */
  int count() {
    return count;
  }

  /** {@return the sum; null if a statistic is not finite} */
  Expr total() {
    List<Projection> projections = new ArrayList<>();
    for (int k = 0; k < columns.size(); k++) {
      if (!project(k, projections)) {
        return null;
      }
    }
    int[] group = factor.groups() == null ? null : read.group();
    int groups = group == null ? 1 : read.groupCount();
    Expr sum =
        triangle == null ? left(group, groups) : triangle.squares(weights, rest, group, groups);
    if (sum == null) {
      return null;
    }
    count += triangle == null ? 1 : triangle.count();
    for (Expr term : terms) {
      sum = term.plus(sum);
    }
    return scaled(sum);
  }

  private Expr scaled(Expr sum) {
    if (factor.groups() == null) {
      return sum.times(factor.scalar());
    }
    Shape shape = Shape.of(read.groupCount());
    Expr scales = broadcast(read.taken(factor.groups()), shape);
    return dot(broadcast(sum, shape), scales).times(factor.scalar());
  }

  private boolean project(int k, List<Projection> projections) {
    RowColumns.Column column = columns.get(k);
    Projection projection =
        Projection.of(column.numbers(), weights, column.group(), column.groups());
    // The data's part first: a parameter near it loses no digits to what is added then.
    Expr parameter = plus(column.parameter(), projection.outOf(rest));
    for (RowColumns.Column other : columns.subList(k + 1, columns.size())) {
      double[] t = projection.outOf(other.numbers()).high();
      if (projection.loses(t, other.numbers())) {
        return false;
      }
      parameter = plus(parameter, t, other.parameter());
    }
    if (triangle != null) {
      Expr more = triangle.project(projection);
      if (more == null) {
        return false;
      }
      parameter = parameter.plus(more);
      count += triangle.width() * column.groups();
    }
    projections.add(projection);
    count += column.groups() * (columns.size() - k + 1);
    terms.add(squares(projection.squares(), parameter));
    return KnownValues.allFinite(projection.squares()) && KnownValues.allFinite(rest);
  }

  private Expr squares(double[] weight, Expr parameter) {
    Expr squared = square(parameter);
    if (factor.groups() != null) {
      return squared.times(numbers(weight));
    }
    return KnownSums.allEqual(weight)
        ? squared.sum().times(weight[0])
        : dot(squared, numbers(weight));
  }

  private static Expr plus(Expr sum, double[] t, Expr parameter) {
    return KnownSums.allEqual(t) && t[0] == 0 ? sum : sum.plus(numbers(t).times(parameter));
  }

  private Expr plus(Expr sum, Projection.Coefficients t) {
    Expr near = allZero(t.high()) ? sum : sum.plus(numbers(t.high()));
    double most = Arrays.stream(t.low()).map(Math::abs).max().orElse(0);
    return most <= NEGLIGIBLE * spread() ? near : near.plus(numbers(t.low()));
  }

  /** {@return the standard deviation of what is left} */
  private double spread() {
    KnownSums squares = new KnownSums();
    for (double r : rest) {
      squares.add(r, r);
    }
    return Math.sqrt(squares.value() / n);
  }

  private static boolean allZero(double[] x) {
    return Arrays.stream(x).allMatch(v -> v == 0);
  }

  private static Expr numbers(double[] x) {
    return x.length == 1 ? Expr.of(x[0]) : Expr.vector(x);
  }

  /** {@return the squares that are left: a number, or one for each group} */
  private Expr left(int[] group, int groups) {
    KnownSums[] sums = new KnownSums[groups];
    Arrays.setAll(sums, k -> new KnownSums());
    for (int i = 0; i < n; i++) {
      double r = weights == null ? rest[i] : weights[i] * rest[i];
      sums[group == null ? 0 : group[i]].add(r, rest[i]);
    }
    double[] squares = Arrays.stream(sums).mapToDouble(KnownSums::value).toArray();
    return KnownValues.allFinite(squares) ? numbers(squares) : null;
  }
}
