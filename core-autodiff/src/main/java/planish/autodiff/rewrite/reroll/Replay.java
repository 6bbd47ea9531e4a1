package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;

/** Builds an expression of one graph again, on expressions that stand for the graph's inputs. */
final class Replay {
  private Replay() {}

  /**
   * {@return what an expression means}
   *
   * @param graph what the expression belongs to
   * @param value a node of it, or a constant
   * @param meaning for each input's node what stands for it; what is built is added
   */
  static Expr of(Graph graph, Expr value, Map<Integer, Expr> meaning) {
    int root = graph.indexOf(value);
    boolean[] needed = Needed.by(graph, root);
    for (int k = 0; k <= root; k++) {
      if (needed[k] && !meaning.containsKey(k)) {
        meaning.put(k, built(graph.node(k), meaning));
      }
    }
    return meaning.get(root);
  }

  private static Expr built(Node node, Map<Integer, Expr> meaning) {
    double[] data = Leaves.dataOf(node.op());
    if (data != null) {
      return Expr.of(data, node.shape());
    }
    List<Expr> operands = new ArrayList<>();
    for (int j = 0; j < node.operandCount(); j++) {
      operands.add(meaning.get(node.operand(j)));
    }
    return Functions.apply(node.op(), operands.toArray(Expr[]::new));
  }
}
