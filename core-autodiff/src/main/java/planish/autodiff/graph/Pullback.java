package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** What an operation's derivative rule sees: the node, its adjoint, and where contributions go. */
public final class Pullback {
  private final Graph graph;
  private final int index;
  private final Node node;
  private final Expr adjoint;
  private final boolean masked;
  private final Gradient gradient;

  Pullback(Graph graph, int index, Expr adjoint, boolean masked, Gradient gradient) {
    this.graph = graph;
    this.index = index;
    this.node = graph.node(index);
    this.adjoint = adjoint;
    this.masked = masked;
    this.gradient = gradient;
  }

  /** {@return the node's own value} */
  Expr self() {
    return new NodeRef(graph, index);
  }

  /** {@return an operand} */
  Expr operand(int k) {
    return new NodeRef(graph, node.operand(k));
  }

  int operandCount() {
    return node.operandCount();
  }

  Shape shapeOf(int k) {
    return graph.node(node.operand(k)).shape();
  }

  /**
   * {@return the derivative of the result with respect to this node; a scalar may stand for an
   * array of equal elements}
   */
  Expr adjoint() {
    return adjoint;
  }

  /** {@return the adjoint in this node's own shape} */
  Expr fullAdjoint() {
    return Functions.broadcast(adjoint, node.shape());
  }

  /** {@return whether a derivative with respect to this operand is wanted} */
  boolean wants(int k) {
    return gradient.wants(node.operand(k));
  }

  /**
   * {@return the adjoint times a derivative, element by element; where a select may have set the
   * adjoint to zero, zero stays zero even if the derivative is infinite}
   */
  Expr scaled(Expr derivative) {
    return scaled(adjoint, derivative);
  }

  /** {@return as {@link #scaled(Expr)}, for an adjoint that was repeated along other axes} */
  Expr scaled(Expr repeated, Expr derivative) {
    Expr product = repeated.times(derivative);
    if (!masked) {
      return product;
    }
    Expr zero = Expr.of(0);
    return Functions.select(Functions.equal(repeated, zero), zero, product);
  }

  /**
   * {@return a result over which the last axes of the first operand were reduced, repeated along
   * those axes; a scalar stays}
   */
  Expr alongside(Expr result, int axes) {
    if (result.shape().isScalar()) {
      return result;
    }
    int[] lengths = shapeOf(0).lengths();
    Arrays.fill(lengths, lengths.length - axes, lengths.length, 1);
    return Functions.broadcast(Functions.reshape(result, Shape.of(lengths)), shapeOf(0));
  }

  /** Adds one contribution for each element of an elementwise result. */
  void add(int k, Expr contribution) {
    if (wants(k)) {
      gradient.add(node.operand(k), collected(contribution, shapeOf(k)), masked);
    }
  }

  /** Adds contributions for each element of a result that a condition has set to zero in places. */
  void addMasked(int k, Expr contribution) {
    if (wants(k)) {
      gradient.add(node.operand(k), collected(contribution, shapeOf(k)), true);
    }
  }

  /** Adds an operand's adjoint: of its shape, or a scalar that stands for equal elements. */
  void addWhole(int k, Expr contribution) {
    if (wants(k)) {
      gradient.add(node.operand(k), contribution, masked);
    }
  }

  /** Adds to a window of an operand's adjoint: windows are gathered and put together once. */
  void addPart(int k, int offset, Expr contribution) {
    if (wants(k)) {
      gradient.addPart(node.operand(k), offset, contribution, masked);
    }
  }

  /** A scalar that stands for each of n results counts n / m times for each of m elements. */
  private Expr collected(Expr contribution, Shape operand) {
    if (contribution.shape().isScalar()) {
      double results = node.shape().size();
      return operand.size() == 0 ? contribution : contribution.times(results / operand.size());
    }
    return Functions.sumTo(contribution, operand);
  }
}
