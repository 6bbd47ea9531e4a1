package planish.autodiff.rewrite.algebra;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;

/**
 * The {@link Sign} of each element of a node, found from how it is made. Looked for where it is
 * asked for, each node once; nothing is said of what has more than a million elements.
 */
public final class ElementSigns {
  /** Nothing is known of any element. */
  static final byte[] UNKNOWN = new byte[0];

  private static final int LARGEST = 1 << 20;

  private final Graph graph;
  private final Map<Integer, byte[]> found = new HashMap<>();

  /**
   * Of the nodes of a graph.
   *
   * @param graph it may grow
   */
  public ElementSigns(Graph graph) {
    this.graph = graph;
  }

  /** {@return an element of signs; a single one stands for all} */
  static byte at(byte[] signs, int k) {
    return signs.length == 0 ? Sign.ANY : signs[signs.length == 1 ? 0 : k];
  }

  /** {@return whether every element of a node is positive} */
  public boolean allPositive(int index) {
    byte[] signs = of(index);
    for (byte sign : signs) {
      if (sign != Sign.POSITIVE) {
        return false;
      }
    }
    return signs.length > 0;
  }

  /** {@return whether a node is lower triangular with a positive diagonal} */
  public boolean isCholeskyFactor(int index) {
    Node node = graph.node(index);
    if (node.shape().rank() != 2 || node.shape().length(0) != node.shape().length(1)) {
      return false;
    }
    int n = node.shape().length(0);
    byte[] signs = of(index);
    boolean factor = signs.length == n * n && n > 0;
    for (int i = 0; factor && i < n; i++) {
      factor = signs[i * n + i] == Sign.POSITIVE;
      for (int j = i + 1; factor && j < n; j++) {
        factor = signs[i * n + j] == Sign.ZERO;
      }
    }
    return factor;
  }

  /** {@return the signs of a node's elements, or {@link #UNKNOWN}} */
  byte[] of(int index) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(index);
    while (!open.isEmpty()) {
      int next = open.peek();
      if (found.containsKey(next) || !pushOperands(next, open)) {
        open.pop();
        found.computeIfAbsent(next, this::look);
      }
    }
    return found.get(index);
  }

  /** Whether operands have to be looked at first. */
  private boolean pushOperands(int index, Deque<Integer> open) {
    Node node = graph.node(index);
    boolean pushed = false;
    for (int j = 0; node.shape().size() <= LARGEST && j < node.operandCount(); j++) {
      if (!found.containsKey(node.operand(j))) {
        open.push(node.operand(j));
        pushed = true;
      }
    }
    return pushed;
  }

  private byte[] look(int index) {
    Node node = graph.node(index);
    if (node.shape().size() > LARGEST) {
      return UNKNOWN;
    }
    byte[][] operands = new byte[node.operandCount()][];
    Node[] nodes = new Node[operands.length];
    for (int j = 0; j < operands.length; j++) {
      operands[j] = found.get(node.operand(j));
      nodes[j] = graph.node(node.operand(j));
    }
    return collapsed(SignRules.of(node, nodes, operands));
  }

  private static byte[] collapsed(byte[] signs) {
    for (byte sign : signs) {
      if (sign != Sign.ANY) {
        return signs;
      }
    }
    return UNKNOWN;
  }
}
