package planish.autodiff.rewrite.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;

/**
 * Solutions L⁻¹x and L⁻ᵀx under a known triangular L become products with its inverse, which is
 * computed once: of a few numbers, and of many vectors at once, such as effects of groups with a
 * known covariance.
 *
 * <p>Not where the condition number of L Lᵀ is more than 4.5e5, nor of one vector of more than 32
 * numbers: there a product of twice as many multiplications takes as long.
 */
public final class KnownInverses implements Rewrite {
  /** Longer vectors by themselves gain nothing. */
  private static final int LONGEST = 32;

  /** Larger matrices take too long to invert. */
  private static final int LARGEST = 1000;

  /** Without state. */
  public KnownInverses() {}

  @Override
  public String name() {
    return "known-inverses";
  }

  @Override
  public String summary() {
    return "turns linear systems with a known triangular matrix into products with its inverse";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    Map<Expr, Optional<Expr>> inverses = new HashMap<>();
    return Visit.each(
        graph,
        roots,
        log,
        visit ->
            visit.node().op() instanceof TriangularSolve(boolean transposed) && pays(visit)
                ? inverses
                    .computeIfAbsent(visit.operand(0), matrix -> inverse(visit, matrix))
                    .map(inverse -> product(visit, inverse, transposed))
                    .orElse(null)
                : null);
  }

  private static boolean pays(Visit visit) {
    int n = visit.node().shape().length(0);
    boolean vectors = visit.node().shape().rank() == 2;
    return visit.operand(0).known() && n > 0 && n <= (vectors ? LARGEST : LONGEST);
  }

  private static Optional<Expr> inverse(Visit visit, Expr matrix) {
    return Optional.ofNullable(visit.values().of(matrix))
        .flatMap(values -> KnownTriangle.lower(values, matrix.shape().length(0)))
        .filter(triangle -> triangle.condition() <= QuadraticForms.MOST_ILL_CONDITIONED)
        .map(KnownTriangle::inverse)
        .filter(KnownValues::allFinite)
        .map(inverse -> visit.graph().data("", inverse, matrix.shape()));
  }

  private static Expr product(Visit visit, Expr inverse, boolean transposed) {
    Expr x = visit.operand(1);
    Expr product =
        !transposed
            ? Functions.product(inverse, x)
            : x.shape().rank() == 1
                ? Functions.product(x, inverse)
                : Functions.product(Functions.transpose(inverse), x);
    int n = x.shape().length(0);
    String what = "a linear system of " + n + " equations";
    String of = x.shape().rank() == 1 ? "" : ", for " + x.shape().length(1) + " vectors,";
    return visit.told(
        product, what + of + " became a product with the matrix's inverse, computed once");
  }
}
