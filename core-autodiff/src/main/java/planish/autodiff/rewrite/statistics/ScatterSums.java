package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.transpose;

import java.util.List;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.vector.UnaryFunction;

/**
 * Replaces N known vectors by their mean and scatter in a sum of squares: {@code Σ |A (y[i] - m)|²}
 * is {@code |A √N (ȳ - m)|² + |A C|²}, where C, with as many columns as y has numbers, is the
 * triangular factor of the centred vectors. A is the inverse of a triangular matrix, or a matrix.
 * Where groups of vectors have their own m, there is a mean for each.
 */
public final class ScatterSums implements Rewrite {
  /** Without state. */
  public ScatterSums() {}

  @Override
  public String name() {
    return "scatter-sums";
  }

  @Override
  public String summary() {
    return "replaces the vectors of multivariate normal models by their mean and scatter";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return Visit.each(
        graph,
        roots,
        log,
        visit -> {
          Node image = image(graph, visit.node(), visit.operands());
          return image == null ? null : better(visit, image);
        });
  }

  /** {@return the product or solution whose squares are summed; null if there is none} */
  private static Node image(Graph graph, Node node, List<Expr> operands) {
    Expr squared = null;
    if (node.op() instanceof SumTo && node.shape().isScalar()) {
      Node inner = graph.node(graph.indexOf(operands.get(0)));
      squared =
          inner.op() instanceof Unary(UnaryFunction f) && f == UnaryFunction.SQUARE
              ? graph.expr(inner.operand(0))
              : null;
    } else if (node.op() instanceof Dot && operands.get(0).equals(operands.get(1))) {
      squared = operands.get(0);
    }
    while (squared != null && turned(graph, squared) != null) {
      squared = turned(graph, squared);
    }
    Node image = squared == null ? null : graph.node(graph.indexOf(squared));
    boolean matrix = image != null && image.shape().rank() == 2;
    return matrix && (image.op() instanceof TriangularSolve || image.op() instanceof MatrixProduct)
        ? image
        : null;
  }

  /** {@return what has the same elements in another order; null if there is none} */
  private static Expr turned(Graph graph, Expr e) {
    Node node = graph.node(graph.indexOf(e));
    return node.op() instanceof Transpose || node.op() instanceof Reshape
        ? graph.expr(node.operand(0))
        : null;
  }

  private static Expr better(Visit visit, Node image) {
    Graph graph = visit.graph();
    boolean solve = image.op() instanceof TriangularSolve;
    Expr rows = graph.expr(image.operand(solve ? 1 : 0));
    if (solve) {
      Node turned = graph.node(graph.indexOf(rows));
      rows = turned.op() instanceof Transpose ? graph.expr(turned.operand(0)) : transpose(rows);
    }
    Expr fewer = Scatter.of(graph, visit.values(), rows);
    if (fewer == null) {
      return null;
    }
    Expr other = graph.expr(image.operand(solve ? 0 : 1));
    List<Expr> taken = solve ? List.of(other, transpose(fewer)) : List.of(fewer, other);
    Expr after = square(graph.apply(image.op(), taken)).sum();
    return visit.ifLess(
        after,
        rows.shape().length(0)
            + " vectors became "
            + fewer.shape().length(0)
            + ": their means and scatter");
  }
}
