package planish.autodiff.rewrite.statistics;

import java.util.List;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.SumTo;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.rewrite.basics.Words;

/**
 * Computes the terms of a sum once for all rows that have the same data and belong to the same
 * groups, and multiplies them by the number of such rows.
 */
public final class RepeatedRows implements Rewrite {
  /** Without state. */
  public RepeatedRows() {}

  @Override
  public String name() {
    return "repeated-rows";
  }

  @Override
  public String summary() {
    return "computes terms of a sum once for all rows with the same data, times their number";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return Visit.each(
        graph, roots, log, visit -> visit.node().shape().isScalar() ? better(visit) : null);
  }

  private static Expr better(Visit visit) {
    Expr weights = Expr.of(1);
    Expr terms = null;
    if (visit.node().op() instanceof Dot) {
      int known = visit.operand(0).known() ? 0 : 1;
      weights = visit.operand(known);
      terms = weights.known() ? visit.operand(1 - known) : null;
    } else if (visit.node().op() instanceof SumTo) {
      terms = visit.operand(0);
    }
    return terms == null || terms.shape().size() < 2 ? null : fewer(visit, weights, terms);
  }

  private static Expr fewer(Visit visit, Expr weights, Expr terms) {
    int n = terms.shape().size();
    RowTree tree = RowTree.of(visit.graph(), terms, n);
    DistinctRows rows = tree == null ? null : DistinctRows.of(visit.values(), List.of(tree), n);
    double[] d = rows == null ? null : visit.values().finite(weights);
    return d == null
        ? null
        : visit.ifLess(
            sum(tree.at(rows.first()), rows.weights(d)),
            Words.rows(visit.graph(), visit.operands(), n)
                + " have "
                + Words.count(rows.first().length, "distinct row"));
  }

  private static Expr sum(Expr terms, double[] weights) {
    return terms.shape().isScalar()
        ? terms.times(KnownSums.over(weights, null, weights.length))
        : Functions.dot(terms, Expr.vector(weights));
  }
}
