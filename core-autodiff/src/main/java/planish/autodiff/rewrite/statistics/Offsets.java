package planish.autodiff.rewrite.statistics;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.gather.Groups;

/**
 * Exponentials of parameters plus known offsets d as products: exp(p + d) = exp(p + c) exp(d - c),
 * where c is the greatest offset of a parameter's rows, so that what did not overflow does not.
 *
 * @param graph what they belong to
 * @param known the offsets: a number for each row, or one for all
 * @param d their values
 * @param rows which rows, or null for all
 * @param n the number of all rows
 */
record Offsets(Graph graph, Expr known, double[] d, int[] rows, int n) {
  /** {@return a factor times exponentials of a parameter that all rows share} */
  RowFactor times(RowFactor factor, Expr scalar) {
    double most = greatest(new int[n], 1)[0];
    Expr each = Functions.exp(scalar.plus(most));
    return factor.times(exponentials(known.minus(most))).timesScalar(each);
  }

  /** {@return a factor times exponentials of groups' parameters; null for too many groups} */
  RowFactor times(RowFactor factor, Groups groups) {
    int[] group = groups.index().values();
    double[] most = greatest(group, groups.values().shape().size());
    Expr ofGroups = graph.data("", most, Shape.of(most.length));
    Expr ofRows = Functions.gatherFlat(ofGroups, group, Shape.of(n));
    Expr each = Functions.exp(groups.values().plus(ofGroups));
    return factor
        .times(exponentials(known.minus(ofRows)))
        .timesGroups(new Groups(each, groups.index()));
  }

  /** Rows that are left out may have greater offsets: theirs are not to overflow. */
  private static Expr exponentials(Expr x) {
    return Functions.exp(Functions.minimum(x, Expr.of(0)));
  }

  private double at(int row) {
    return d[d.length == 1 ? 0 : row];
  }

  /** {@return the greatest offset among a group's rows; 0 where it has none} */
  private double[] greatest(int[] group, int groups) {
    double[] most = new double[groups];
    boolean[] seen = new boolean[groups];
    int count = rows == null ? n : rows.length;
    for (int k = 0; k < count; k++) {
      int row = rows == null ? k : rows[k];
      int g = group[row];
      most[g] = seen[g] ? Math.max(most[g], at(row)) : at(row);
      seen[g] = true;
    }
    return most;
  }
}
