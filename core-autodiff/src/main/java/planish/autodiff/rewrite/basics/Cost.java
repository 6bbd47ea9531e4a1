package planish.autodiff.rewrite.basics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;

/**
 * What the evaluation of expressions is estimated to cost, with all that they need, as {@link
 * OperationCost} says, and from how many statements on it pays to make one of them; what is known
 * costs nothing. All rewrites that choose between forms ask here.
 */
public final class Cost {
  /** From so many on, statements that are alike are one; fewer are straight-line code. */
  public static final int STATEMENTS = 4;

  /** From so many on, elements of an array that are added are one window. */
  public static final int WINDOWS = 8;

  /** From so many on, statements that each need the one before are a scan. */
  public static final int STEPS = 24;

  /** More nodes than this are not looked at for one expression. */
  private static final int NODES = 20_000;

  private final Graph graph;

  /** How many nodes may still be looked at, so that large graphs do not take for ever. */
  private long left = 5_000_000;

  /**
   * Of expressions of a graph.
   *
   * @param graph what they belong to
   */
  public Cost(Graph graph) {
    this.graph = graph;
  }

  /** {@return whether one expression costs less than another, as far as can be told} */
  public boolean less(Expr after, Expr before) {
    return !after.equals(before) && of(after) < of(before);
  }

  /** {@return the cost of an expression with all that it needs; NaN if that is too much to tell} */
  public double of(Expr root) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(graph.indexOf(root));
    double sum = 0;
    while (!open.isEmpty()) {
      int k = open.pop();
      Node node = graph.node(k);
      if (node.known() || !seen.add(k)) {
        continue;
      }
      sum += OperationCost.of(graph, node);
      for (int j = 0; j < node.operandCount(); j++) {
        open.push(node.operand(j));
      }
      if (seen.size() > NODES || --left < 0) {
        return Double.NaN;
      }
    }
    return sum;
  }

  /** {@return the cost of a node's operation alone} */
  public static double of(Graph graph, Node node) {
    return OperationCost.of(graph, node);
  }

  /** {@return the cost of taking so many elements of an array} */
  public static double ofGather(int elements) {
    return OperationCost.CALL + OperationCost.GATHERED * elements;
  }

  /** {@return the cost of expressions with all that they need, each part once} */
  public static double of(Graph graph, List<Expr> roots) {
    boolean[] needed = Needed.by(graph, roots.stream().mapToInt(graph::indexOf).toArray());
    double sum = 0;
    for (int k = 0; k < needed.length; k++) {
      sum += needed[k] && !graph.node(k).known() ? OperationCost.of(graph, graph.node(k)) : 0;
    }
    return sum;
  }
}
