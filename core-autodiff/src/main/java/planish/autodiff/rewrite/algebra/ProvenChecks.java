package planish.autodiff.rewrite.algebra;

import java.util.List;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Words;

/**
 * Checks of matrices that hold by how the matrix is made are left out, such as that the diagonal of
 * a Cholesky factor made of exponentials is positive.
 */
public final class ProvenChecks implements Rewrite {
  /** Without state. */
  public ProvenChecks() {}

  @Override
  public String name() {
    return "proven-checks";
  }

  @Override
  public String summary() {
    return "leaves out checks of matrices that hold by how the matrix is made";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    ElementSigns signs = new ElementSigns(graph);
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) -> {
          if (node.known()
              || node.shape().rank() != 2
              || !(node.op() instanceof Check(String message, boolean _))
              || !signs.allPositive(graph.indexOf(operands.get(1)))) {
            return null;
          }
          log.add(
              Words.place(graph, index, operands),
              "a check holds by how the matrix is made: " + message);
          return operands.getFirst();
        });
  }
}
