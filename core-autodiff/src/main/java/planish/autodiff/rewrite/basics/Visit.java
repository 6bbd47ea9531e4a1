package planish.autodiff.rewrite.basics;

import java.util.List;
import java.util.function.Function;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.RewriteLog;

/**
 * A node that is not known, looked at by a rewrite that goes through all that some roots need.
 *
 * @param shared what all visits of one pass share
 * @param index the node's index before the pass
 * @param node the node as it was
 * @param operands what now stands for its operands
 */
public record Visit(Shared shared, int index, Node node, List<Expr> operands) {
  /**
   * What the visits of one pass share.
   *
   * @param graph what the nodes belong to
   * @param values of known nodes
   * @param cost of expressions
   * @param log is told of each thing done
   */
  public record Shared(Graph graph, KnownValues values, Cost cost, RewriteLog log) {}

  /**
   * {@return the roots, with nodes replaced as a rule says}
   *
   * @param graph what the roots belong to; it grows
   * @param roots nodes of it
   * @param log is told of each thing done
   * @param rule gives what stands for a node from now on, or null to keep it
   */
  public static List<Expr> each(
      Graph graph, List<Expr> roots, RewriteLog log, Function<Visit, Expr> rule) {
    Shared shared = new Shared(graph, new KnownValues(graph), new Cost(graph), log);
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) ->
            node.known() ? null : rule.apply(new Visit(shared, index, node, operands)));
  }

  /** {@return what the node belongs to} */
  public Graph graph() {
    return shared.graph();
  }

  /** {@return the values of known nodes} */
  public KnownValues values() {
    return shared.values();
  }

  /** {@return what now stands for an operand} */
  public Expr operand(int k) {
    return operands.get(k);
  }

  /**
   * {@return an expression if it costs less than the node, which is told then; otherwise null}
   *
   * @param after what has the same value as the node; null if there is none
   * @param what was done, in the user's words
   */
  public Expr ifLess(Expr after, String what) {
    if (after == null || !shared.cost().less(after, graph().apply(node.op(), operands))) {
      return null;
    }
    return told(after, what);
  }

  /**
   * {@return an expression}
   *
   * @param after what has the same value as the node
   * @param what was done, in the user's words
   */
  public Expr told(Expr after, String what) {
    shared.log().add(Words.place(graph(), index, operands), what);
    return after;
  }
}
