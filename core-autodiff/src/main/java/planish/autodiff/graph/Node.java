package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** One operation of a graph: what is done, to which earlier nodes, and the shape of the result. */
public final class Node {
  /** Operands this near to each other were made by one statement. */
  private static final int NEAR = 64;

  private static final int[] NO_MORE = {};

  private final Op op;
  private final Shape shape;
  private final boolean known;

  /** Most nodes have two operands at most: a graph of a million keeps no arrays for them. */
  private final int count;

  private final int first;
  private final int second;
  private final int[] more;

  Node(Op op, int[] operands, Shape shape, boolean known) {
    this(
        op,
        shape,
        known,
        operands.length,
        operands.length > 0 ? operands[0] : -1,
        operands.length > 1 ? operands[1] : -1,
        operands.length > 2 ? operands : NO_MORE);
  }

  /** A number made of one. */
  Node(Unary op, int operand, boolean known) {
    this(op, Shape.scalar(), known, 1, operand, -1, NO_MORE);
  }

  /** A number made of two. */
  Node(Binary op, int first, int second, boolean known) {
    this(op, Shape.scalar(), known, 2, first, second, NO_MORE);
  }

  private Node(Op op, Shape shape, boolean known, int count, int first, int second, int[] more) {
    this.op = op;
    this.shape = shape;
    this.known = known;
    this.count = count;
    this.first = first;
    this.second = second;
    this.more = more;
  }

  /** {@return the operation} */
  public Op op() {
    return op;
  }

  /** {@return the number of operands} */
  public int operandCount() {
    return count;
  }

  /** {@return the index of an operand's node, less than this node's own} */
  public int operand(int k) {
    if (k >= count) {
      throw new IndexOutOfBoundsException("operand " + k + " of " + count);
    }
    return k == 0 ? first : k == 1 ? second : more[k];
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
        && count == that.count
        && first == that.first
        && second == that.second
        && op.equals(that.op)
        && Arrays.equals(more, that.more);
  }

  /**
   * Nodes that are made one after the other, of operands made one after the other, get numbers in
   * rising order where they can: a table by them is then gone through from front to back, which is
   * many times faster than hither and thither in a graph of a million nodes.
   */
  @Override
  public int hashCode() {
    return switch (count) {
      case 0 -> mixed(0, op.hashCode());
      case 1 -> mixed(1, op.hashCode()) + 2 * first;
      case 2 -> ofPair(Math.max(first, second), Math.min(first, second));
      default -> mixed(op.hashCode(), Arrays.hashCode(more));
    };
  }

  private int ofPair(int later, int earlier) {
    int other = later - earlier < NEAR ? later - earlier : -earlier;
    return mixed(mixed(first < second ? 2 : 3, op.hashCode()), other) + 2 * later;
  }

  /** Neighbouring numbers give results far apart. */
  private static int mixed(int hash, int number) {
    int h = (hash ^ number) * 0x9e3779b1;
    return (h ^ (h >>> 15)) * 0x85ebca6b;
  }

  @Override
  public String toString() {
    int[] operands = new int[count];
    Arrays.setAll(operands, this::operand);
    return op + Arrays.toString(operands) + " : " + shape;
  }
}
