package planish.autodiff.rewrite.gather;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.basics.Cost;
import planish.autodiff.vector.BinaryFunction;

/**
 * What the functions cost that rows of gathers by the same indices, and nothing else, go through:
 * what would be computed of groups instead, products with known numbers too, which are summed.
 */
final class RowWork {
  private static final int NONE = -1;

  private final Graph graph;
  private final int[] origins;
  private final double[] work;

  /** Looks at all that some roots need. */
  RowWork(Graph graph, List<Expr> roots) {
    this.graph = graph;
    boolean[] needed = Needed.by(graph, roots.stream().mapToInt(graph::indexOf).toArray());
    this.origins = new int[needed.length];
    this.work = new double[needed.length];
    Map<Indices, Integer> first = new HashMap<>();
    Arrays.fill(origins, NONE);
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      if (!needed[k] || node.known()) {
        continue;
      }
      if (node.op() instanceof Gather gather) {
        Integer known = first.putIfAbsent(gather.index(), k);
        origins[k] = known == null ? k : known;
      } else if (elementwise(node.op())) {
        origins[k] = common(node);
        int worked = origins[k] == NONE ? weighed(node) : origins[k];
        if (worked != NONE) {
          work[worked] += Cost.of(graph, node);
        }
      }
    }
  }

  /** {@return the cost of functions of the rows that a gather gives} */
  double of(int gather) {
    return work[origins[gather]];
  }

  /** {@return whether it is computed element by element} */
  static boolean elementwise(Op op) {
    return op instanceof Unary
        || op instanceof Binary
        || op instanceof Select
        || op instanceof Check;
  }

  /** {@return the first gather of what is multiplied by known numbers} */
  private int weighed(Node node) {
    if (!(node.op() instanceof Binary(BinaryFunction f)) || f != BinaryFunction.MULTIPLY) {
      return NONE;
    }
    int known = graph.node(node.operand(0)).known() ? 0 : 1;
    return graph.node(node.operand(known)).known() ? origins[node.operand(1 - known)] : NONE;
  }

  /** {@return the first gather by the indices by which all operands but scalars are gathered} */
  private int common(Node node) {
    int common = NONE;
    for (int j = 0; j < node.operandCount(); j++) {
      int operand = node.operand(j);
      if (graph.node(operand).shape().isScalar()) {
        continue;
      }
      boolean other = common != NONE && common != origins[operand];
      if (origins[operand] == NONE || other) {
        return NONE;
      }
      common = origins[operand];
    }
    return common;
  }
}
