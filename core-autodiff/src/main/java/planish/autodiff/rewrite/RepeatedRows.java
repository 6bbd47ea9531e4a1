package planish.autodiff.rewrite;

import java.util.List;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.SumTo;

/**
 * Computes the terms of a sum once for all rows that have the same data and belong to the same
 * groups, and multiplies them by the number of such rows.
 */
final class RepeatedRows implements Rewrite {
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
    KnownNumbers values = new KnownNumbers(graph);
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
      KnownNumbers values,
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
