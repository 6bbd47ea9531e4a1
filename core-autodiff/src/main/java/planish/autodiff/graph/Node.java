package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** One operation of a graph: what is done, to which earlier nodes, and the shape of the result. */
public final class Node {
  private final Op op;
  private final int[] operands;
  private final Shape shape;
  private final boolean known;

  Node(Op op, int[] operands, Shape shape, boolean known) {
    this.op = op;
    this.operands = operands;
    this.shape = shape;
    this.known = known;
  }

  /** {@return the operation} */
  public Op op() {
    return op;
  }

  /** {@return the number of operands} */
  public int operandCount() {
    return operands.length;
  }

  /** {@return the index of an operand's node, less than this node's own} */
  public int operand(int k) {
    return operands[k];
  }

  /** {@return the shape of the value} */
  public Shape shape() {
    return shape;
  }

  /** {@return whether the value depends on constants and data alone} */
  public boolean known() {
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Node that
        && op.equals(that.op)
        && Arrays.equals(operands, that.operands);
  }

  @Override
  public int hashCode() {
    int hash = op.hashCode();
    for (int operand : operands) {
      // Neighbouring operands must not cancel out.
      hash = (hash ^ operand) * 0x9e3779b1;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  @Override
  public String toString() {
    return op + Arrays.toString(operands) + " : " + shape;
  }
}
