package planish.autodiff.rewrite.matrix;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;

/**
 * Products with a known matrix of more columns than rows, X b and Xᵀ r, go along its rows: loops
 * are then as long as the vectors of coefficients around them, and sums as few as there are rows.
 *
 * <p>Large matrices stay as they are, so that X b and Xᵀ r come to stand in one loop over the rows,
 * which reads them from memory once.
 */
public final class WideProducts implements Rewrite {
  /** Numbers that fit in a second-level cache. */
  private static final int CACHED = 1 << 18;

  /** Without state. */
  public WideProducts() {}

  @Override
  public String name() {
    return "wide-products";
  }

  @Override
  public String summary() {
    return "multiplies a known matrix of more columns than rows along its rows";
  }

  @Override
  public Stage stage() {
    return Stage.PROGRAM;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return Visit.each(graph, roots, log, WideProducts::alongRows);
  }

  private static Expr alongRows(Visit visit) {
    boolean left = visit.node().op() instanceof MatrixVector;
    if (!left && !(visit.node().op() instanceof VectorMatrix)) {
      return null;
    }
    Expr matrix = visit.operand(left ? 0 : 1);
    Expr vector = visit.operand(left ? 1 : 0);
    if (!matrix.known() || !isWide(matrix.shape())) {
      return null;
    }
    Expr upright = transposed(visit.graph(), matrix);
    Expr product =
        left
            ? visit.graph().apply(new VectorMatrix(), List.of(vector, upright))
            : visit.graph().apply(new MatrixVector(), List.of(upright, vector));
    Shape shape = upright.shape();
    return visit.told(
        product,
        "a matrix of " + shape.length(0) + " x " + shape.length(1) + " is read along its rows");
  }

  /** What stands in a product as the transpose of a wide matrix. */
  private static boolean isWide(Shape shape) {
    return shape.length(0) > shape.length(1) && shape.size() <= CACHED;
  }

  private static Expr transposed(Graph graph, Expr matrix) {
    Node node = graph.node(graph.indexOf(matrix));
    return node.op() instanceof Transpose
        ? graph.expr(node.operand(0))
        : Functions.transpose(matrix);
  }
}
