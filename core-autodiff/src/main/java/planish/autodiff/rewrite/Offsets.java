package planish.autodiff.rewrite;

import java.util.Arrays;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;

/**
 * Exponentials of parameters plus known offsets d as products: exp(p + d) = exp(p + c) exp(d - c),
 * where c is the greatest offset of a parameter's rows, so that what did not overflow does not.
 *
 * @param d an offset for each row, or one for all
 * @param rows which rows, or null for all
 * @param n the number of all rows
 */
record Offsets(double[] d, int[] rows, int n) {
  /** {@return a factor times exponentials of a parameter that all rows share} */
  RowFactor times(RowFactor factor, Expr scalar) {
    double most = greatest(new int[n], 1)[0];
    double[] rest = Arrays.stream(d).map(x -> Math.min(x - most, 0)).toArray();
    return factor.times(exponentials(rest)).timesScalar(Functions.exp(scalar.plus(most)));
  }

  /** {@return a factor times exponentials of groups' parameters; null for too many groups} */
  RowFactor times(RowFactor factor, Groups groups) {
    int[] group = groups.index().values();
    double[] most = greatest(group, groups.values().shape().size());
    double[] rest = new double[n];
    Arrays.setAll(rest, i -> Math.min(at(i) - most[group[i]], 0));
    Expr each = Functions.exp(groups.values().plus(Expr.vector(most)));
    return factor.times(exponentials(rest)).timesGroups(new Groups(each, groups.index()));
  }

  private static Expr exponentials(double[] x) {
    return Functions.exp(x.length == 1 ? Expr.of(x[0]) : Expr.vector(x));
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
