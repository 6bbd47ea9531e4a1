package planish.autodiff.rewrite.reroll;

import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.vector.BinaryFunction;

/**
 * A scalar as a product. A factor of 1 is left out when a model is traced: a scalar without a known
 * factor may stand beside others that have one.
 *
 * @param known the known factor's node; −1 if there is none
 * @param rest the other factor
 * @param first whether the known factor stands first
 */
record Factor(int known, int rest, boolean first) {
  static Factor of(Graph graph, int index) {
    Node node = graph.node(index);
    if (node.op() instanceof Binary binary
        && binary.function() == BinaryFunction.MULTIPLY
        && node.shape().isScalar()) {
      int a = node.operand(0);
      int b = node.operand(1);
      if (graph.node(a).known() != graph.node(b).known()) {
        return graph.node(a).known() ? new Factor(a, b, true) : new Factor(b, a, false);
      }
    }
    return new Factor(-1, index, false);
  }

  /** {@return whether there is a known factor} */
  boolean hasKnown() {
    return known >= 0;
  }
}
