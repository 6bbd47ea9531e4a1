package planish.autodiff.rewrite.gather;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.rewrite.basics.Words;

/**
 * Computes functions of groups' values once for each group, not once for each row: {@code f(a[i])}
 * becomes {@code f(a)[i]}, where rows are at least as many as the groups that have one.
 *
 * <p>Groups without rows are left out: an element that no row uses must not fail a check.
 */
public final class GatherLast implements Rewrite {
  /** Without state. */
  public GatherLast() {}

  @Override
  public String name() {
    return "gather-last";
  }

  @Override
  public String summary() {
    return "computes once for each group what all of its rows have in common";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return Visit.each(
        graph,
        roots,
        log,
        visit ->
            visit.node().op() instanceof Gather gather
                ? ofPresentGroups(visit, gather)
                : once(visit));
  }

  private static Expr once(Visit visit) {
    Graph graph = visit.graph();
    Node node = visit.node();
    Gather gather = elementwise(node.op()) ? commonGather(graph, visit.operands()) : null;
    if (gather == null) {
      return null;
    }
    List<Expr> groups = visit.operands().stream().map(operand -> groups(graph, operand)).toList();
    Expr once = graph.apply(node.op(), groups);
    int times = once.shape().size();
    int rows = node.shape().size();
    Expr after = graph.apply(new Gather(gather.index(), node.shape()), List.of(once));
    return times < rows
        ? visit.told(after, node.op() + " is computed " + times + " times, not " + rows)
        : after;
  }

  /** {@return the rows taken from those groups alone that have any; null if all have} */
  private static Expr ofPresentGroups(Visit visit, Gather gather) {
    Expr source = visit.operand(0);
    int rows = gather.index().size();
    int[] present = KnownSums.present(null, rows, gather.index().values(), source.shape().size());
    if (present.length == source.shape().size() || present.length == rows) {
      return null;
    }
    int[] place = new int[source.shape().size()];
    for (int k = 0; k < present.length; k++) {
      place[present[k]] = k;
    }
    int[] index = IntStream.of(gather.index().values()).map(k -> place[k]).toArray();
    Expr groups = gatherFlat(source, present, Shape.of(present.length));
    return visit.told(
        visit.graph().apply(new Gather(new Indices(index), gather.result()), List.of(groups)),
        "left out: "
            + Words.count(source.shape().size() - present.length, "group")
            + " without an observation");
  }

  private static boolean elementwise(Op op) {
    return op instanceof Unary
        || op instanceof Binary
        || op instanceof Select
        || op instanceof Check;
  }

  /** The gather that all operands but scalars have in common; null if there is none. */
  private static Gather commonGather(Graph graph, List<Expr> operands) {
    Gather common = null;
    int source = 0;
    for (Expr operand : operands) {
      if (operand.shape().isScalar()) {
        continue;
      }
      Node node = graph.node(graph.indexOf(operand));
      if (!(node.op() instanceof Gather gather) || operand.known()) {
        return null;
      }
      int size = graph.node(node.operand(0)).shape().size();
      if (common == null) {
        common = gather;
        source = size;
        if (graph.node(node.operand(0)).shape().rank() != 1 || !coversAll(gather.index(), size)) {
          return null;
        }
      } else if (!gather.equals(common)
          || !graph.node(node.operand(0)).shape().equals(Shape.of(source))) {
        return null;
      }
    }
    return common;
  }

  private static boolean coversAll(Indices index, int size) {
    return index.size() >= size
        && KnownSums.present(null, index.size(), index.values(), size).length == size;
  }

  private static Expr groups(Graph graph, Expr operand) {
    return operand.shape().isScalar()
        ? operand
        : graph.expr(graph.node(graph.indexOf(operand)).operand(0));
  }
}
