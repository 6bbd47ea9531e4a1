package planish.autodiff.rewrite.statistics;

import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.gather.Groups;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * An expression of rows as a factor, of each row or common to many, times another.
 *
 * @param factor what was taken out
 * @param inner the rest: neither a product nor a quotient with a factor that could be taken out
 */
record Spine(RowFactor factor, Expr inner) {
  /** {@return with all factors taken out} */
  static Spine of(Graph graph, Expr expr) {
    Spine spine = new Spine(RowFactor.ONE, expr);
    Spine next = spine.step(graph);
    while (next != null) {
      spine = next;
      next = spine.step(graph);
    }
    return spine;
  }

  private Spine step(Graph graph) {
    Node node = graph.node(graph.indexOf(inner));
    return switch (node.op()) {
      case Reshape _ -> new Spine(factor, graph.expr(node.operand(0)));
      case Unary unary when unary.function() == UnaryFunction.NEGATE ->
          new Spine(factor.negated(), graph.expr(node.operand(0)));
      case Binary(BinaryFunction f) when f == BinaryFunction.MULTIPLY -> {
        Spine first = times(graph, node, 0);
        yield first == null ? times(graph, node, 1) : first;
      }
      case Binary(BinaryFunction f) when f == BinaryFunction.DIVIDE -> {
        RowFactor next = over(graph, factor, graph.expr(node.operand(1)));
        yield next == null ? null : new Spine(next, graph.expr(node.operand(0)));
      }
      default -> null;
    };
  }

  private Spine times(Graph graph, Node node, int k) {
    Expr rest = graph.expr(node.operand(1 - k));
    RowFactor next =
        rest.shape().isScalar() ? null : times(graph, factor, graph.expr(node.operand(k)));
    return next == null ? null : new Spine(next, rest);
  }

  /** {@return a factor times an expression that many rows share; null if each has its own} */
  static RowFactor times(Graph graph, RowFactor factor, Expr e) {
    if (e.known()) {
      return factor.times(flat(e));
    }
    if (e.shape().isScalar()) {
      return factor.timesScalar(e);
    }
    Groups groups = shared(graph, e);
    return groups == null ? null : factor.timesGroups(groups);
  }

  /** {@return a factor over an expression that many rows share; null if each has its own} */
  static RowFactor over(Graph graph, RowFactor factor, Expr e) {
    if (e.known()) {
      return factor.over(flat(e));
    }
    if (e.shape().isScalar()) {
      return factor.overScalar(e);
    }
    Groups groups = shared(graph, e);
    return groups == null ? null : factor.overGroups(groups);
  }

  /**
   * {@return the groups that rows take their values from, fewer than rows; null if there are none}
   */
  static Groups shared(Graph graph, Expr e) {
    Groups groups = Groups.of(graph, graph.node(graph.indexOf(e)));
    return groups == null || groups.values().shape().size() >= e.shape().size() ? null : groups;
  }

  /** {@return a vector of an array; a scalar stays} */
  static Expr flat(Expr e) {
    return e.shape().isScalar() ? e : Groups.flat(e);
  }
}
