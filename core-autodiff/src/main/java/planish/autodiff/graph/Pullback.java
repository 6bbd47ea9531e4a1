package planish.autodiff.graph;

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

  /** {@return the derivative of the result with respect to this node} */
  Expr adjoint() {
    return adjoint;
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
    Expr product = adjoint.times(derivative);
    if (!masked) {
      return product;
    }
    Expr zero = Expr.of(0);
    return Functions.select(Functions.equal(adjoint, zero), zero, product);
  }

  /** Adds to an operand's adjoint; the contribution is summed to the operand's shape. */
  void add(int k, Expr contribution) {
    if (wants(k)) {
      gradient.add(node.operand(k), Functions.sumTo(contribution, shapeOf(k)), masked);
    }
  }

  /** Adds a contribution that a condition has set to zero in places. */
  void addMasked(int k, Expr contribution) {
    if (wants(k)) {
      gradient.add(node.operand(k), Functions.sumTo(contribution, shapeOf(k)), true);
    }
  }
}
