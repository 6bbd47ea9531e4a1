package planish.autodiff.rewrite.matrix;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;

/**
 * Completes the square of quadratic functions whose numbers are known, as those of a regression
 * from sums of products that were computed beforehand: {@code xᵀ S x - 2 sᵀ x + c} becomes {@code
 * (x - x₀)ᵀ S (x - x₀) + r}, whose value and gradient need one product.
 *
 * <p>The remainder r is a small difference of large numbers: it is computed once, in twice the
 * precision, so that no digits are lost that the numbers have. Where S is nearly singular, or not
 * positive definite, the function stays as it is.
 */
public final class CompletedSquares implements Rewrite {
  /** Without state. */
  public CompletedSquares() {}

  @Override
  public String name() {
    return "completed-squares";
  }

  @Override
  public String summary() {
    return "turns known sums of squares and products into squares about their minimum";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    int[] indices = roots.stream().mapToInt(graph::indexOf).toArray();
    boolean[] needed = Needed.by(graph, indices);
    if (!hasProduct(graph, needed)) {
      return roots;
    }
    int[] uses = Needed.uses(graph, needed);
    for (int index : indices) {
      uses[index]++;
    }
    KnownValues values = new KnownValues(graph);
    List<Expr> results = new ArrayList<>();
    for (int k = 0; k < indices.length; k++) {
      boolean taken = roots.get(k).known() || !roots.get(k).shape().isScalar();
      results.add(
          taken ? roots.get(k) : new SquareCompletion(graph, values, uses, indices[k]).of(log));
    }
    return results;
  }

  /** {@return whether there is a product of a known matrix with a vector that is not} */
  private static boolean hasProduct(Graph graph, boolean[] needed) {
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      boolean product = node.op() instanceof MatrixVector || node.op() instanceof VectorMatrix;
      if (needed[k] && product && !node.known()) {
        return true;
      }
    }
    return false;
  }
}
