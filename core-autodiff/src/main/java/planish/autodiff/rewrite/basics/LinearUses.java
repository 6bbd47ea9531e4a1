package planish.autodiff.rewrite.basics;

import java.util.Arrays;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** The numbers of an expression that go into it by sums, differences and products alone. */
public final class LinearUses {
  private final boolean[] linear;

  /**
   * Looks at all that an expression needs.
   *
   * @param needed for each node whether the expression needs it
   * @param root the expression
   */
  public LinearUses(Graph graph, boolean[] needed, int root) {
    this.linear = new boolean[needed.length];
    Arrays.fill(linear, true);
    for (int k = root; k >= 0; k--) {
      Node node = graph.node(k);
      for (int j = 0; needed[k] && j < node.operandCount(); j++) {
        linear[node.operand(j)] &= linear[k] && node.shape().size() == 1 && passes(node.op(), j);
      }
    }
  }

  /** {@return whether all that is made of a node is made by sums and products with others} */
  public boolean of(int node) {
    return linear[node];
  }

  private static boolean passes(Op op, int operand) {
    return switch (op) {
      case OrderedSum _, Reshape _ -> true;
      case Check _ -> operand == 0;
      case Unary unary -> unary.function() == UnaryFunction.NEGATE;
      case Binary binary -> passes(binary.function(), operand);
      default -> false;
    };
  }

  private static boolean passes(BinaryFunction function, int operand) {
    return switch (function) {
      case ADD, SUBTRACT, MULTIPLY -> true;
      case DIVIDE -> operand == 0;
      default -> false;
    };
  }
}
