package planish.autodiff.graph;

import java.util.Arrays;
import java.util.List;

/**
 * Moves expressions to a graph of their own: a loop of the model's program leaves a million nodes,
 * and few of them are needed once it was made one statement.
 */
public final class Transplant {
  /** Smaller graphs are gone through faster than they are copied. */
  private static final int SMALL = 20_000;

  /** A graph of which more than one node in so many is needed is kept. */
  private static final int SPARSE = 8;

  private Transplant() {}

  /**
   * {@return a new graph for some expressions, if most of the nodes of theirs are not needed; else
   * their own}
   *
   * @param graph what they belong to
   * @param roots nodes of it, or constants
   */
  public static Graph roomFor(Graph graph, List<Expr> roots) {
    if (graph.size() < SMALL || graph.draws()) {
      return graph;
    }
    int count = 0;
    for (boolean needed : Needed.by(graph, indices(graph, roots))) {
      count += needed ? 1 : 0;
    }
    return count < graph.size() / SPARSE ? new Graph() : graph;
  }

  /**
   * {@return the same expressions in another graph, with what they need and where it came from}
   *
   * @param from what they belong to, without random numbers
   * @param roots nodes of it, or constants
   * @param to where they are needed; may be the same graph
   */
  public static List<Expr> move(Graph from, List<Expr> roots, Graph to) {
    if (from == to) {
      return roots;
    }
    int[] indices = indices(from, roots);
    boolean[] needed = Needed.by(from, indices);
    int[] moved = new int[needed.length];
    Place before = to.place();
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        to.enter(from.placeOf(k));
        moved[k] = to.enter(from.node(k).op(), operands(from.node(k), moved));
      }
    }
    to.enter(before);
    return Arrays.stream(indices).mapToObj(index -> to.expr(moved[index])).toList();
  }

  private static int[] indices(Graph graph, List<Expr> roots) {
    return roots.stream().mapToInt(graph::indexOf).toArray();
  }

  private static int[] operands(Node node, int[] moved) {
    int[] operands = new int[node.operandCount()];
    for (int j = 0; j < operands.length; j++) {
      operands[j] = moved[node.operand(j)];
    }
    return operands;
  }
}
