package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.gatherFlat;
import static planish.autodiff.graph.Functions.square;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
  /** If there are more scalar parameters, those of predictors are taken together as a vector. */
  private static final int SCALARS = 4;

  /**
   * What a coefficient lacks of twice the precision is left out if it is less, in standard
   * deviations.
   */
  private static final double NEGLIGIBLE = 1e-13;

  private final RowFactor factor;
  private final int n;
  private final double[] weights;
  private final double[] rest;
  private final List<Column> columns;
  private final Triangle triangle;
  private final int[] present;
  private final List<Expr> terms = new ArrayList<>();
  private int count;

  /**
   * Known numbers times a parameter.
   *
   * @param numbers of each row
   * @param parameter a scalar, or a vector with one for each group
   * @param group of each row, or null
   * @param groups how many
   */
  private record Column(double[] numbers, Expr parameter, int[] group, int groups) {}

  private Statistics(
      RowFactor factor,
      int n,
      double[] weights,
      double[] rest,
      List<Column> columns,
      Triangle triangle,
      int[] present) {
    this.factor = factor;
    this.n = n;
    this.weights = weights;
    this.rest = rest;
    this.columns = columns;
    this.triangle = triangle;
    this.present = present;
  }

  /** {@return the statistics; null if numbers are not finite or there would be too many} */
  static Statistics of(KnownValues values, RowFactor factor, ParameterForm form, int n) {
    RowFactor aligned = form.alignedWith(factor);
    Gathering gathering = aligned == null ? null : new Gathering(values, aligned, form, n);
    return gathering != null && gathering.collect() ? gathering.statistics() : null;
  }

  /** Reads the numbers that statistics are made of. */
  private static final class Gathering {
    private final KnownValues values;
    private final RowFactor factor;
    private final ParameterForm form;
    private final int n;
    private final List<Column> columns = new ArrayList<>();
    private double[] weights;
    private double[] constant;
    private Triangle triangle;
    private int[] present;
    private int[] group;

    Gathering(KnownValues values, RowFactor factor, ParameterForm form, int n) {
      this.values = values;
      this.factor = factor;
      this.form = form;
      this.n = n;
    }

    boolean collect() {
      return groups() && weights() && columns() && products();
    }

    Statistics statistics() {
      return new Statistics(factor, n, weights, constant, columns, triangle, present);
    }

    /** Groups without rows are left out. */
    private boolean groups() {
      boolean scaled = factor.groups() != null;
      boolean grouped = form.index() != null;
      if (scaled || grouped) {
        int[] index = scaled ? factor.index().values() : form.index().values();
        int groups = scaled ? factor.groupCount() : form.groups();
        present = KnownSums.present(null, n, index, groups);
        int[] place = new int[groups];
        for (int k = 0; k < present.length; k++) {
          place[present[k]] = k;
        }
        group = Arrays.stream(index).map(k -> place[k]).toArray();
      }
      return present == null || 2 * present.length <= n;
    }

    private boolean weights() {
      double[] given = values.finite(factor.known());
      if (given == null || Arrays.stream(given).anyMatch(w -> w < 0)) {
        return false;
      }
      weights = given.length == 1 && given[0] == 1 ? null : spread(given);
      return true;
    }

    private boolean columns() {
      constant = numbers(form.constant());
      if (form.scalars().size() > SCALARS) {
        form.scalarsTogether();
      }
      return constant != null
          && add(form.grouped(), group, true)
          && add(form.scalars(), factor.groups() == null ? null : group, false);
    }

    private boolean add(Map<Expr, Expr> parameters, int[] of, boolean grouped) {
      int groups = of == null ? 1 : present.length;
      for (Map.Entry<Expr, Expr> entry : parameters.entrySet()) {
        double[] numbers = numbers(entry.getKey());
        if (numbers == null) {
          return false;
        }
        Expr parameter = grouped ? taken(entry.getValue(), present) : entry.getValue();
        columns.add(new Column(numbers, parameter, of, groups));
      }
      return true;
    }

    private double[] numbers(Expr known) {
      double[] x = values.finite(known);
      return x == null ? null : spread(x);
    }

    /** {@return a number for each row, in an array of its own} */
    private double[] spread(double[] x) {
      if (x.length == n) {
        return x.clone();
      }
      double[] all = new double[n];
      Arrays.fill(all, x[0]);
      return all;
    }

    private boolean products() {
      if (form.products().isEmpty()) {
        return true;
      }
      triangle = factor.groups() == null ? Triangle.of(values, form.products(), n) : null;
      return triangle != null;
    }
  }

  private static Expr taken(Expr groups, int[] present) {
    return present.length == groups.shape().size()
        ? groups
        : gatherFlat(groups, present, Shape.of(present.length));
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
    Expr sum = triangle == null ? left() : triangle.squares(weights, rest);
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
    Shape shape = Shape.of(present.length);
    Expr scales = broadcast(taken(factor.groups(), present), shape);
    return dot(broadcast(sum, shape), scales).times(factor.scalar());
  }

  private boolean project(int k, List<Projection> projections) {
    Column column = columns.get(k);
    Projection projection =
        Projection.of(column.numbers(), weights, column.group(), column.groups());
    Expr parameter = column.parameter();
    for (Column other : columns.subList(k + 1, columns.size())) {
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
    parameter = plus(parameter, projection.outOf(rest));
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
  private Expr left() {
    boolean each = factor.groups() != null;
    KnownSums[] sums = new KnownSums[each ? present.length : 1];
    Arrays.setAll(sums, k -> new KnownSums());
    int[] group = each ? groupsOfRows() : null;
    for (int i = 0; i < n; i++) {
      double r = weights == null ? rest[i] : weights[i] * rest[i];
      sums[group == null ? 0 : group[i]].add(r, rest[i]);
    }
    double[] squares = Arrays.stream(sums).mapToDouble(KnownSums::value).toArray();
    return KnownValues.allFinite(squares) ? numbers(squares) : null;
  }

  private int[] groupsOfRows() {
    int[] place = new int[factor.groupCount()];
    for (int k = 0; k < present.length; k++) {
      place[present[k]] = k;
    }
    return Arrays.stream(factor.index().values()).map(k -> place[k]).toArray();
  }
}
