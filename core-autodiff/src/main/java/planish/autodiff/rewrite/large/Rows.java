package planish.autodiff.rewrite.large;

import java.util.BitSet;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;

/**
 * Which vectors of one length are computed row by row: from data of the same row, and from numbers
 * and vectors that all rows read.
 */
final class Rows {
  private final Graph graph;
  private final int count;
  private final BitSet byRow = new BitSet();

  /**
   * Looks at the nodes that are needed.
   *
   * @param count the number of rows
   */
  Rows(Graph graph, boolean[] needed, int count) {
    this.graph = graph;
    this.count = count;
    for (int k = 0; k < needed.length; k++) {
      byRow.set(k, needed[k] && isVector(k) && (graph.node(k).known() || computed(graph.node(k))));
    }
  }

  int count() {
    return count;
  }

  /** {@return whether a node is a vector with an element for each row} */
  boolean isVector(int k) {
    Node node = graph.node(k);
    return node.shape().rank() == 1 && node.shape().size() == count;
  }

  /** {@return whether a node is a vector that is computed row by row, or known} */
  boolean has(int k) {
    return byRow.get(k);
  }

  /** {@return whether a node is a sum over rows that are computed row by row} */
  boolean isSum(int k) {
    Node node = graph.node(k);
    if (node.known() || node.shape().size() != 1) {
      return false;
    }
    return switch (node.op()) {
      case SumTo _, SumLog1pExp _ -> has(node.operand(0));
      case Dot _ -> has(node.operand(0)) && has(node.operand(1));
      default -> false;
    };
  }

  private boolean computed(Node node) {
    return switch (node.op()) {
      case Unary _, OrderedSum _ -> allByRow(node);
      case Binary _, Select _ -> elementwise(node);
      case Check _ -> has(node.operand(0)) && elementwise(node);
      case Broadcast _ -> isNumber(node.operand(0));
      case Gather _ -> !isVector(node.operand(0));
      case VectorMatrix _ -> !isVector(node.operand(0)) && graph.node(node.operand(1)).known();
      default -> false;
    };
  }

  private boolean allByRow(Node node) {
    boolean all = true;
    for (int j = 0; j < node.operandCount(); j++) {
      all &= has(node.operand(j));
    }
    return all;
  }

  private boolean elementwise(Node node) {
    boolean all = true;
    for (int j = 0; j < node.operandCount(); j++) {
      all &= has(node.operand(j)) || isNumber(node.operand(j));
    }
    return all;
  }

  private boolean isNumber(int k) {
    return graph.node(k).shape().isScalar();
  }
}
