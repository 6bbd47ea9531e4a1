package planish.autodiff.rewrite.matrix;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;

/**
 * Squared distances under a known matrix: |L⁻¹x|² and |Lᵀx|² become xᵀPx with a symmetric P that is
 * computed once. Value and gradient then need the one product Px ({@link SymmetricProducts}).
 *
 * <p>The error of xᵀPx grows with the condition number κ of P, that of the triangular forms with
 * its square root: beyond κ = 4.5e5, where 10 κ ε reaches 1e-9, they stay.
 */
public final class KnownQuadraticForms implements Rewrite {
  /** Without state. */
  public KnownQuadraticForms() {}

  @Override
  public String name() {
    return "known-quadratic-forms";
  }

  @Override
  public String summary() {
    return "turns squared distances under a known matrix into one product with a symmetric matrix";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return new QuadraticForms(graph, roots, log).rewritten();
  }
}
