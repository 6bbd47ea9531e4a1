package planish.autodiff.rewrite.statistics;

import java.util.List;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.SumTo;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Cost;
import planish.autodiff.rewrite.basics.KnownSums;
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
    KnownValues values = new KnownValues(graph);
    Cost cost = new Cost(graph);
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) ->
            node.known() || !node.shape().isScalar()
                ? null
                : better(graph, values, cost, index, node, operands, log));
  }

  private static Expr better(
      Graph graph,
      KnownValues values,
      Cost cost,
      int index,
      Node node,
      List<Expr> operands,
      RewriteLog log) {
    Expr weights = Expr.of(1);
    Expr terms = operands.isEmpty() ? null : operands.get(0);
    if (node.op() instanceof Dot) {
      int known = operands.get(0).known() ? 0 : 1;
      weights = operands.get(known);
      terms = weights.known() ? operands.get(1 - known) : null;
    } else if (!(node.op() instanceof SumTo)) {
      return null;
    }
    int n = terms == null ? 0 : terms.shape().size();
    RowTree tree = n < 2 ? null : RowTree.of(graph, terms, n);
    DistinctRows rows = tree == null ? null : DistinctRows.of(values, List.of(tree), n);
    double[] d = rows == null ? null : values.finite(weights);
    if (d == null) {
      return null;
    }
    Expr after = sum(tree.at(rows.first()), rows.weights(d));
    Expr before = graph.apply(node.op(), operands);
    if (!cost.less(after, before)) {
      return null;
    }
    log.add(
        Words.place(graph, index, operands),
        Words.rows(graph, operands, n)
            + " have "
            + Words.count(rows.first().length, "distinct row"));
    return after;
  }

  private static Expr sum(Expr terms, double[] weights) {
    return terms.shape().isScalar()
        ? terms.times(KnownSums.over(weights, null, weights.length))
        : Functions.dot(terms, Expr.vector(weights));
  }
}
