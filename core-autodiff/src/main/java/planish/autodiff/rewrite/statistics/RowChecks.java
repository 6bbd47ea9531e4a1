package planish.autodiff.rewrite.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.vector.BinaryFunction;

/**
 * Checks fewer rows where some stand for all: one of those that have the same data and belong to
 * the same groups; and, where positive numbers times a parameter must be positive and finite, the
 * first, the least and the greatest, of each group if it is the group's parameter.
 *
 * <p>The first row that would have failed is among them, so that messages stay the same.
 */
public final class RowChecks implements Rewrite {
  /** Without state. */
  public RowChecks() {}

  @Override
  public String name() {
    return "row-checks";
  }

  @Override
  public String summary() {
    return "checks arguments once for all rows that must pass or fail together";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return Visit.each(
        graph, roots, log, visit -> visit.node().op() instanceof Check ? fewer(visit) : null);
  }

  private static Expr fewer(Visit visit) {
    Graph graph = visit.graph();
    Expr condition = visit.operand(1);
    int n = condition.shape().size();
    if (condition.shape().isScalar() || n < 2) {
      return null;
    }
    RowTree conditions = RowTree.of(graph, condition, n);
    RowTree shown = RowTree.of(graph, visit.operand(2), n);
    if (conditions == null || shown == null || conditions.checked() || shown.checked()) {
      return null;
    }
    int[] rows = extremes(graph, visit.values(), condition, n);
    if (rows == null) {
      DistinctRows distinct = DistinctRows.of(visit.values(), List.of(conditions, shown), n);
      rows = distinct == null ? null : distinct.first();
    }
    if (rows == null) {
      return null;
    }
    return visit.told(
        graph.apply(
            visit.node().op(), List.of(visit.operand(0), conditions.at(rows), shown.at(rows))),
        rows.length + " of " + n + " arguments are checked for all");
  }

  /** {@return the rows to look at of 0 < d p and d p < infinity, d known and positive; or null} */
  private static int[] extremes(Graph graph, KnownValues values, Expr condition, int n) {
    Node both = node(graph, condition, BinaryFunction.MULTIPLY);
    Node above = both == null ? null : node(graph, operand(graph, both, 0), BinaryFunction.LESS);
    Node below = both == null ? null : node(graph, operand(graph, both, 1), BinaryFunction.LESS);
    if (above == null
        || below == null
        || above.operand(1) != below.operand(0)
        || !operand(graph, above, 0).equals(zero(graph))
        || !operand(graph, below, 1).equals(infinity(graph))) {
      return null;
    }
    Spine spine = Spine.of(graph, operand(graph, above, 1));
    Expr inner = spine.inner();
    RowFactor factor = inner.known() ? spine.factor().times(Spine.flat(inner)) : spine.factor();
    boolean product = factor != null && (inner.known() || inner.shape().isScalar());
    double[] d = product ? values.finite(factor.known()) : null;
    if (d == null || d.length != n || Arrays.stream(d).anyMatch(x -> !(x > 0))) {
      return null;
    }
    int[] group = factor.groups() == null ? new int[n] : factor.index().values();
    int[] rows = extremes(d, group, Math.max(factor.groupCount(), 1));
    return 2 * rows.length > n ? null : rows;
  }

  /** {@return of each group's rows the first, the least and the greatest} */
  private static int[] extremes(double[] d, int[] group, int groups) {
    int[][] found = new int[3][groups];
    boolean[] seen = new boolean[groups];
    for (int i = 0; i < d.length; i++) {
      int g = group[i];
      if (!seen[g]) {
        seen[g] = true;
        found[0][g] = found[1][g] = found[2][g] = i;
      }
      found[1][g] = d[i] < d[found[1][g]] ? i : found[1][g];
      found[2][g] = d[i] > d[found[2][g]] ? i : found[2][g];
    }
    return IntStream.range(0, groups)
        .filter(g -> seen[g])
        .flatMap(g -> IntStream.of(found[0][g], found[1][g], found[2][g]))
        .sorted()
        .distinct()
        .toArray();
  }

  private static Node node(Graph graph, Expr e, BinaryFunction function) {
    Node node = graph.node(graph.indexOf(e));
    return node.op() instanceof Binary(BinaryFunction f) && f == function ? node : null;
  }

  private static Expr operand(Graph graph, Node node, int k) {
    return graph.expr(node.operand(k));
  }

  private static Expr zero(Graph graph) {
    return graph.expr(graph.indexOf(Expr.of(0)));
  }

  private static Expr infinity(Graph graph) {
    return graph.expr(graph.indexOf(Expr.of(Double.POSITIVE_INFINITY)));
  }
}
