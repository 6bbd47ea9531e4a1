package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.vector.BinaryFunction;

/** The scalar sums of a graph: chains of additions, and what is added. */
final class Sums {
  /** Chains of so many terms are followed though several longer ones begin with them. */
  private static final int SHORT = 64;

  private final Graph graph;
  private final int[] depth;
  private final boolean[] inner;

  /** Looks at the nodes that are needed. */
  Sums(Graph graph, boolean[] needed) {
    this.graph = graph;
    this.depth = new int[needed.length];
    this.inner = new boolean[needed.length];
    boolean[] shared = shared(needed);
    int[] uses = Needed.uses(graph, needed);
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      if (needed[k] && isSum(node)) {
        for (int j = 0; j < node.operandCount(); j++) {
          depth[k] = Math.max(depth[k], 1 + depth[node.operand(j)]);
        }
        inner[k] =
            isChain(node) && !shared[k] && (uses[k] == 1 || uses[k] > 1 && depth[k] <= SHORT);
      }
    }
  }

  /** Whether something other than a sum needs a node. */
  private boolean[] shared(boolean[] needed) {
    boolean[] shared = new boolean[needed.length];
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        Node node = graph.node(k);
        boolean sum = isSum(node);
        for (int j = 0; j < node.operandCount(); j++) {
          shared[node.operand(j)] |= !sum || j == 1 && is(node, BinaryFunction.SUBTRACT);
        }
      }
    }
    return shared;
  }

  /** {@return whether it is a sum of scalars that is not known} */
  static boolean isSum(Node node) {
    return isChain(node)
        || node.op() instanceof OrderedSum && node.shape().isScalar() && !node.known();
  }

  private static boolean isChain(Node node) {
    return node.shape().isScalar()
        && !node.known()
        && (is(node, BinaryFunction.ADD) || is(node, BinaryFunction.SUBTRACT));
  }

  private static boolean is(Node node, BinaryFunction function) {
    return node.op() instanceof Binary binary && binary.function() == function;
  }

  /** {@return whether a node is nothing but a part of a longer sum} */
  boolean isInner(int k) {
    return inner[k];
  }

  /** {@return whether two terms are added, neither of which is a sum that belongs to this one} */
  boolean isPair(int k) {
    Node node = graph.node(k);
    return isChain(node) && !inner[node.operand(0)] && !inner[node.operand(1)];
  }

  /**
   * {@return the terms of a sum, in order}
   *
   * @param top an ordered sum: its operands; or an addition: the terms of its chain
   * @param alike whether two nodes are terms of one kind: a chain ends where both are
   */
  List<Term> terms(int top, Alike alike) {
    Node node = graph.node(top);
    return node.op() instanceof OrderedSum sum ? operands(node, sum) : chain(top, alike);
  }

  /** Whether two nodes have one structure. */
  @FunctionalInterface
  interface Alike {
    boolean test(int a, int b);
  }

  private static List<Term> operands(Node node, OrderedSum sum) {
    List<Term> terms = new ArrayList<>();
    for (int j = 0; j < node.operandCount(); j++) {
      terms.add(new Term(node.operand(j), sum.multiplicities().get(j)));
    }
    return terms;
  }

  private List<Term> chain(int top, Alike alike) {
    List<Term> terms = new ArrayList<>();
    int at = top;
    while (true) {
      Node node = graph.node(at);
      int left = node.operand(0);
      int right = node.operand(1);
      boolean minus = is(node, BinaryFunction.SUBTRACT);
      boolean turn = !minus && inner[right] && depth[right] > depth[left];
      int next = turn ? right : left;
      terms.add(new Term(turn ? left : right, minus ? -1 : 1));
      if (!inner[next] || !minus && alike.test(left, right)) {
        terms.add(new Term(next, 1));
        break;
      }
      at = next;
    }
    Collections.reverse(terms);
    return terms;
  }
}
