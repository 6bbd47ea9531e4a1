package planish.autodiff.rewrite.matrix;

import java.util.List;
import planish.autodiff.graph.Cholesky;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Words;

/**
 * A matrix that was built from its Cholesky factor is not factored again: L is taken where L Lᵀ is,
 * if L can be seen to be lower triangular with a positive diagonal.
 */
public final class OneFactorisation implements Rewrite {
  /** Without state. */
  public OneFactorisation() {}

  @Override
  public String name() {
    return "one-factorisation";
  }

  @Override
  public String summary() {
    return "does not factor a matrix again that was built from its Cholesky factor";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    Factors factors = new Factors(graph);
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) -> {
          if (node.known() || !(node.op() instanceof Cholesky)) {
            return null;
          }
          Expr factor = factors.of(operands.getFirst());
          if (factor != null) {
            String shape = node.shape().length(0) + " × " + node.shape().length(1);
            log.add(
                Words.place(graph, index, operands),
                "a " + shape + " matrix is not factored: it was built from its Cholesky factor");
          }
          return factor;
        });
  }
}
