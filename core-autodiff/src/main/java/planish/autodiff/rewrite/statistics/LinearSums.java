package planish.autodiff.rewrite.statistics;

import java.util.List;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.SumTo;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.rewrite.basics.Words;

/**
 * Sums the data of sums now: where the terms of a sum over rows are known numbers times parameters
 * that rows or groups of rows share, {@code Σ d[i] p[g[i]]}, the parameters are multiplied by sums
 * of the known numbers.
 *
 * <p>Rows are split by conditions on data, so that a term that no row takes is not computed. A sum
 * is left as it is where a known number is not finite.
 */
public final class LinearSums implements Rewrite {
  /** Without state. */
  public LinearSums() {}

  @Override
  public String name() {
    return "linear-sums";
  }

  @Override
  public String summary() {
    return "sums data once where parameters are common to all rows, or to groups of them";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    return Visit.each(graph, roots, log, visit -> isSum(visit.node()) ? better(visit) : null);
  }

  private static boolean isSum(Node node) {
    return node.shape().isScalar() && (node.op() instanceof SumTo || node.op() instanceof Dot);
  }

  private static Expr better(Visit visit) {
    SumTerms terms = terms(visit);
    return terms == null ? null : visit.ifLess(terms.total(), told(visit, terms));
  }

  private static String told(Visit visit, SumTerms terms) {
    return Words.summed(visit.graph(), visit.operands(), terms.statistics(), terms.whole());
  }

  private static SumTerms terms(Visit visit) {
    Expr first = visit.operand(0);
    if (visit.node().op() instanceof SumTo) {
      return first.shape().size() < 2
          ? null
          : SumTerms.of(visit.graph(), visit.values(), Expr.of(1), first);
    }
    for (int k = 0; k < 2; k++) {
      if (visit.operand(k).known()) {
        return SumTerms.of(visit.graph(), visit.values(), visit.operand(k), visit.operand(1 - k));
      }
    }
    return null;
  }
}
