package planish.autodiff.rewrite.gather;

import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;

/**
 * Computes a function of two groups' values once for each pair of groups that has a row, not once
 * for each row: {@code a[i] + b[j]} becomes a table of sums, where rows are at least twice as many
 * as pairs.
 */
public final class PairTables implements Rewrite {
  /** Without state. */
  public PairTables() {}

  @Override
  public String name() {
    return "pair-tables";
  }

  @Override
  public String summary() {
    return "computes once for each pair of groups what all of its rows have in common";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return Visit.each(
        graph, roots, log, visit -> visit.node().op() instanceof Binary ? table(visit) : null);
  }

  private static Expr table(Visit visit) {
    Graph graph = visit.graph();
    Node node = visit.node();
    Gather first = gather(graph, visit.operand(0));
    Gather second = gather(graph, visit.operand(1));
    if (first == null || second == null || first.index().equals(second.index())) {
      return null;
    }
    Pairs pairs = Pairs.fewOf(first.index(), second.index());
    if (pairs == null) {
      return null;
    }
    Expr a = pairs.ofFirst(source(graph, visit.operand(0)));
    Expr b = pairs.ofSecond(source(graph, visit.operand(1)));
    Expr once = graph.apply(node.op(), List.of(a, b));
    return visit.told(
        graph.apply(new Gather(pairs.index(), node.shape()), List.of(once)),
        node.op()
            + " is computed for "
            + once.shape().size()
            + " pairs of groups, not for "
            + node.shape().size()
            + " rows");
  }

  private static Gather gather(Graph graph, Expr e) {
    Node node = graph.node(graph.indexOf(e));
    return node.op() instanceof Gather gather && !node.known() ? gather : null;
  }

  private static Expr source(Graph graph, Expr e) {
    return Groups.flat(graph.expr(graph.node(graph.indexOf(e)).operand(0)));
  }
}
