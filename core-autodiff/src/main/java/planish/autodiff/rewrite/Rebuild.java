package planish.autodiff.rewrite;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Place;

/**
 * Builds expressions anew from their leaves up, with some nodes replaced. One pass over the list of
 * nodes: no recursion, each shared node once.
 */
public final class Rebuild {
  private final Graph graph;
  private final Rule rule;
  private final Expr[] renewed;

  /** Replaces nodes. */
  @FunctionalInterface
  public interface Rule {
    /**
     * {@return what stands for a node from now on, or null to keep it}
     *
     * @param index the node's index before the rebuild
     * @param node the node as it was
     * @param operands what now stands for its operands
     */
    Expr replace(int index, Node node, List<Expr> operands);
  }

  private Rebuild(Graph graph, Rule rule) {
    this.graph = graph;
    this.rule = rule;
    this.renewed = new Expr[graph.size()];
  }

  /**
   * {@return the roots, with nodes replaced as the rule says}
   *
   * @param graph what the roots belong to; it grows
   * @param roots nodes of it, or constants, which stay
   * @param rule is asked of each node that the roots need, operands first
   */
  public static List<Expr> of(Graph graph, List<Expr> roots, Rule rule) {
    int[] indices = roots.stream().mapToInt(graph::indexOf).toArray();
    Rebuild rebuild = new Rebuild(graph, rule);
    Place before = graph.place();
    rebuild.sweep(Needed.by(graph, indices));
    graph.enter(before);
    List<Expr> result = new ArrayList<>();
    for (int index : indices) {
      result.add(rebuild.renewed[index]);
    }
    return result;
  }

  private void sweep(boolean[] needed) {
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        graph.enter(graph.placeOf(k));
        renewed[k] = renew(k, graph.node(k));
      }
    }
  }

  private Expr renew(int index, Node node) {
    List<Expr> operands = new ArrayList<>(node.operandCount());
    boolean same = true;
    for (int j = 0; j < node.operandCount(); j++) {
      Expr operand = renewed[node.operand(j)];
      operands.add(operand);
      same &= operand.equals(graph.expr(node.operand(j)));
    }
    Expr replaced = rule.replace(index, node, operands);
    if (replaced != null) {
      return replaced;
    }
    return same ? graph.expr(index) : graph.apply(node.op(), operands);
  }
}
