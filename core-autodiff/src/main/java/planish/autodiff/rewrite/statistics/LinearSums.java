package planish.autodiff.rewrite.statistics;

import java.util.List;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.SumTo;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Cost;
import planish.autodiff.rewrite.basics.Words;

/**
 * Sums the data of sums now: where the terms of a sum over rows are known numbers times parameters
 * that rows or groups of rows share, {@code Σ d[i] p[g[i]]}, the parameters are multiplied by sums
 * of the known numbers.
 *
 * <p>Rows are split by conditions on data, so that a term that no row takes is not computed. A sum
 * is left as it is where a known number is not finite.
 */
public final class LinearSums implements Rewrite {
  /** Without state. */
  public LinearSums() {}

  @Override
  public String name() {
    return "linear-sums";
  }

  @Override
  public String summary() {
    return "sums data once where parameters are common to all rows, or to groups of them";
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
            isSum(node) ? better(graph, values, cost, index, node, operands, log) : null);
  }

  private static boolean isSum(Node node) {
    return !node.known()
        && node.shape().isScalar()
        && (node.op() instanceof SumTo || node.op() instanceof Dot);
  }

  private static Expr better(
      Graph graph,
      KnownValues values,
      Cost cost,
      int index,
      Node node,
      List<Expr> operands,
      RewriteLog log) {
    SumTerms terms = terms(graph, values, node, operands);
    if (terms == null) {
      return null;
    }
    Expr before = graph.apply(node.op(), operands);
    Expr after = terms.total();
    if (!cost.less(after, before)) {
      return null;
    }
    Words.tell(log, graph, index, operands, terms.statistics());
    return after;
  }

  private static SumTerms terms(Graph graph, KnownValues values, Node node, List<Expr> operands) {
    if (node.op() instanceof SumTo) {
      return operands.get(0).shape().size() < 2
          ? null
          : SumTerms.of(graph, values, operands.get(0));
    }
    for (int k = 0; k < 2; k++) {
      if (operands.get(k).known()) {
        return SumTerms.of(graph, values, operands.get(k), operands.get(1 - k));
      }
    }
    return null;
  }
}
