package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.rewrite.basics.KnownSums;

/** The numbers of a sum of squares that statistics are made of: columns, weights, matrices. */
final class RowColumns {
  /** If there are more scalar parameters, those of predictors are taken together as a vector. */
  private static final int SCALARS = 4;

  /** Of more groups for each row, as measured, statistics are no less work than rows. */
  private static final double MOST_GROUPS = 0.8;

  /**
   * Known numbers times a parameter.
   *
   * @param numbers of each row
   * @param parameter a scalar, or a vector with one for each group
   * @param group of each row, or null
   * @param groups how many
   */
  record Column(double[] numbers, Expr parameter, int[] group, int groups) {}

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

  private RowColumns(KnownValues values, RowFactor factor, ParameterForm form, int n) {
    this.values = values;
    this.factor = factor;
    this.form = form;
    this.n = n;
  }

  /** {@return the numbers; null if they are not finite or there would be too many statistics} */
  static RowColumns of(KnownValues values, RowFactor factor, ParameterForm form, int n) {
    RowFactor aligned = form.alignedWith(factor);
    RowColumns read = aligned == null ? null : new RowColumns(values, aligned, form, n);
    boolean all =
        read != null
            && read.groups()
            && read.readWeights()
            && read.readColumns()
            && read.products();
    return all ? read : null;
  }

  /** {@return what squares are multiplied by, its groups those of the columns} */
  RowFactor factor() {
    return factor;
  }

  /** {@return a number for each row that its square is multiplied by; null if all are 1} */
  double[] weights() {
    return weights;
  }

  /** {@return what is known of each row, in an array of its own} */
  double[] constant() {
    return constant;
  }

  /** {@return known numbers times parameters, those of groups first} */
  List<Column> columns() {
    return columns;
  }

  /** {@return products of matrices with parameters; null if there are none} */
  Triangle triangle() {
    return triangle;
  }

  /** {@return the group of each row, of those that have rows; null if there are none} */
  int[] group() {
    return group;
  }

  /** {@return how many groups have rows} */
  int groupCount() {
    return present.length;
  }

  /** {@return the values of groups that have rows} */
  Expr taken(Expr groups) {
    return present.length == groups.shape().size()
        ? groups
        : gatherFlat(groups, present, Shape.of(present.length));
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
    return present == null || present.length <= MOST_GROUPS * n;
  }

  private boolean readWeights() {
    double[] given = values.finite(factor.known());
    if (given == null || Arrays.stream(given).anyMatch(w -> w < 0)) {
      return false;
    }
    weights = given.length == 1 && given[0] == 1 ? null : spread(given);
    return true;
  }

  private boolean readColumns() {
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
      Expr parameter = grouped ? taken(entry.getValue()) : entry.getValue();
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
    triangle = Triangle.of(values, form.products(), n);
    return triangle != null
        && (factor.groups() == null || 2L * present.length * (triangle.width() + 1) <= n);
  }
}
