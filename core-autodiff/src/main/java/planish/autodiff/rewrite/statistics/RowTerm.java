package planish.autodiff.rewrite.statistics;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.gather.Groups;

/**
 * The sum over rows of a factor times an expression.
 *
 * @param factor of each row
 * @param expr with an element for each row, or a scalar
 * @param rows which rows, or null for all
 * @param n the number of all rows
 */
record RowTerm(RowFactor factor, Expr expr, int[] rows, int n) {
  RowTerm with(RowFactor next, Expr of) {
    return new RowTerm(next, of, rows, n);
  }

  RowTerm with(Expr of) {
    return with(factor, of);
  }

  RowTerm only(int[] kept, Expr of) {
    return new RowTerm(factor, of, kept, n);
  }

  /** {@return the sum where the expression is 1: of known numbers; null if one is not finite} */
  Expr ofKnown(KnownValues values) {
    return factor.sum(values, rows, n);
  }

  /** {@return the sum as it is computed at each evaluation; null if rows cannot be left out} */
  Expr ofAll(Graph graph, KnownValues values) {
    Expr e = expr;
    if (rows != null) {
      RowTree tree = RowTree.of(graph, e, n);
      if (tree == null || tree.checked()) {
        return null;
      }
      e = tree.at(rows);
    }
    if (factor.groups() != null) {
      int[] group = factor.index().values();
      Expr each = Functions.gatherFlat(factor.groups(), group, Shape.of(n));
      e = Spine.flat(e).times(atRows(each));
    }
    Expr sum = weighed(graph, values, atRows(factor.known()), e);
    return sum == null ? null : sum.times(factor.scalar());
  }

  private Expr atRows(Expr x) {
    return rows == null || x.shape().isScalar()
        ? x
        : Functions.gatherFlat(x, rows, Shape.of(rows.length));
  }

  private Expr weighed(Graph graph, KnownValues values, Expr known, Expr e) {
    if (e.shape().isScalar()) {
      double[] d = values.finite(known);
      int count = rows == null ? n : rows.length;
      return d == null ? null : e.times(KnownSums.over(d, null, count));
    }
    return known.shape().isScalar()
        ? e.sum().times(known)
        : graph.apply(new Dot(), List.of(known, Groups.flat(e)));
  }
}
