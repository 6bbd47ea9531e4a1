package planish.autodiff.rewrite;

import java.util.List;
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

/**
 * Computes functions of groups' values once for each group, not once for each row: {@code f(a[i])}
 * becomes {@code f(a)[i]}, where rows are at least as many as groups and every group has a row.
 *
 * <p>The last condition keeps checks honest: an element that no row uses must not fail one.
 */
final class GatherLast implements Rewrite {
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
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) -> {
          Gather gather = elementwise(node.op()) ? commonGather(graph, operands) : null;
          if (gather == null || node.known()) {
            return null;
          }
          List<Expr> groups =
              operands.stream().map(operand -> groups(graph, operand, gather)).toList();
          Expr once = graph.apply(node.op(), groups);
          log.add(
              graph.placeOf(index),
              node.op()
                  + " is computed "
                  + once.shape().size()
                  + " times, not "
                  + node.shape().size());
          return graph.apply(new Gather(gather.index(), node.shape()), List.of(once));
        });
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
          || !graph.node(node.operand(0)).shape().equals(planish.autodiff.Shape.of(source))) {
        return null;
      }
    }
    return common;
  }

  private static boolean coversAll(Indices index, int size) {
    if (index.size() < size) {
      return false;
    }
    boolean[] seen = new boolean[size];
    int count = 0;
    for (int k : index.values()) {
      count += seen[k] ? 0 : 1;
      seen[k] = true;
    }
    return count == size;
  }

  private static Expr groups(Graph graph, Expr operand, Gather gather) {
    return operand.shape().isScalar()
        ? operand
        : graph.expr(graph.node(graph.indexOf(operand)).operand(0));
  }
}
