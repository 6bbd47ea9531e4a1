package planish.autodiff.rewrite.statistics;

import java.util.stream.IntStream;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.vector.BinaryFunction;

/**
 * What can be said of rows where a condition chooses between two expressions.
 *
 * @param graph what the expressions belong to
 * @param values of what is known
 */
record RowConditions(Graph graph, KnownValues values) {
  /**
   * {@return those of some rows for which a condition holds, or does not}
   *
   * @param rows which, or null for all
   * @param n the number of all rows
   * @param condition a number for each row, or one for all
   */
  static int[] where(int[] rows, int n, double[] condition, boolean holds) {
    IntStream all = rows == null ? IntStream.range(0, n) : IntStream.of(rows);
    return all.filter(row -> holds(condition[condition.length == 1 ? 0 : row]) == holds).toArray();
  }

  private static boolean holds(double condition) {
    return condition != 0 && !Double.isNaN(condition);
  }

  /**
   * {@return for a condition that is the product of known numbers with a comparison the known
   * numbers: where they are zero it does not hold; null for other conditions}
   */
  double[] knownFactor(Expr condition) {
    Node product = node(condition);
    if (product.op() instanceof Gather gather) {
      double[] source = knownFactor(graph.expr(product.operand(0)));
      return source == null || source.length == 1
          ? source
          : IntStream.of(gather.index().values()).mapToDouble(k -> source[k]).toArray();
    }
    if (product.op() instanceof Binary(BinaryFunction f) && f == BinaryFunction.MULTIPLY) {
      for (int k = 0; k < 2; k++) {
        Expr factor = graph.expr(product.operand(k));
        if (factor.known() && comparison(graph.expr(product.operand(1 - k)))) {
          return values.of(factor);
        }
      }
    }
    return null;
  }

  /** {@return whether it is 0 or 1, whatever it compares} */
  private boolean comparison(Expr e) {
    Node node = node(e);
    while (node.op() instanceof Gather || node.op() instanceof Broadcast) {
      node = graph.node(node.operand(0));
    }
    return node.op() instanceof Binary(BinaryFunction f)
        && (f == BinaryFunction.EQUAL
            || f == BinaryFunction.LESS
            || f == BinaryFunction.LESS_OR_EQUAL);
  }

  /** {@return whether an expression is zero at these rows: a known zero times something} */
  boolean nothing(Expr e, int[] rows) {
    if (e.known()) {
      return zero(e, rows);
    }
    Node node = node(e);
    return node.op() instanceof Binary(BinaryFunction f)
        && f == BinaryFunction.MULTIPLY
        && (zero(graph.expr(node.operand(0)), rows) || zero(graph.expr(node.operand(1)), rows));
  }

  private boolean zero(Expr e, int[] rows) {
    double[] d = e.known() ? values.of(e) : null;
    return d != null && IntStream.of(rows).allMatch(row -> d[d.length == 1 ? 0 : row] == 0);
  }

  private Node node(Expr e) {
    return graph.node(graph.indexOf(e));
  }
}
