package planish.autodiff.rewrite.algebra;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.UnaryFunction;

/**
 * Logarithms of positive constants times powers of an exponential, which are linear in its
 * exponent: log(c exp(u)) = log c + u, log(c / exp(u)²) = log c - 2 u.
 */
final class LogarithmRules {
  /** How many factors are looked at, one inside the other. */
  private static final int DEPTH = 8;

  private LogarithmRules() {}

  /** {@return the logarithm of a node; null if it is of another form} */
  static Expr apart(Graph graph, Node node) {
    Node at = node;
    double constant = 0;
    double times = 1;
    List<Node> checks = new ArrayList<>();
    for (int k = 0; k < DEPTH; k++) {
      switch (at.op()) {
        case Unary(UnaryFunction f) when f == UnaryFunction.EXP -> {
          return k > 0 && Math.abs(constant) < Double.POSITIVE_INFINITY
              ? checked(graph, graph.expr(at.operand(0)).times(times).plus(constant), checks)
              : null;
        }
        case Unary(UnaryFunction f) when f == UnaryFunction.SQUARE -> {
          times *= 2;
          at = operand(graph, at, 0);
        }
        case Check _ -> {
          checks.addFirst(at);
          at = operand(graph, at, 0);
        }
        case Binary(BinaryFunction f)
            when f == BinaryFunction.MULTIPLY || f == BinaryFunction.DIVIDE -> {
          int known = positive(operand(graph, at, 0)) ? 0 : 1;
          if (!positive(operand(graph, at, known))) {
            return null;
          }
          boolean over = f == BinaryFunction.DIVIDE;
          double log = Elementary.log(((Data) operand(graph, at, known).op()).values()[0]);
          constant += over && known == 1 ? -times * log : times * log;
          times = over && known == 0 ? -times : times;
          at = operand(graph, at, 1 - known);
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  /** {@return an expression after the checks that its exponential had, the innermost first} */
  private static Expr checked(Graph graph, Expr e, List<Node> checks) {
    Expr all = e;
    for (Node check : checks) {
      Expr condition = graph.expr(check.operand(1));
      all = graph.apply(check.op(), List.of(all, condition, graph.expr(check.operand(2))));
    }
    return all;
  }

  private static Node operand(Graph graph, Node node, int k) {
    return graph.node(node.operand(k));
  }

  private static boolean positive(Node node) {
    return node.op() instanceof Data data
        && node.shape().isScalar()
        && data.values()[0] >= Double.MIN_NORMAL
        && data.values()[0] <= Double.MAX_VALUE;
  }
}
