package planish.autodiff.rewrite.algebra;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Reductions;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.LinearUses;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.UnaryFunction;

/**
 * Σ log(1 + exp(x)) becomes the logarithm of a product. A term's error is then that of 1 + exp(x),
 * however small its logarithm, so the sum must go into the log density by sums and products alone.
 */
public final class LogSums implements Rewrite {
  /** Vectors up to this length are straight-line code, which goes on from there. */
  static final int SHORT = 16;

  /** Without state. */
  public LogSums() {}

  @Override
  public String name() {
    return "log-sums";
  }

  @Override
  public String summary() {
    return "takes one logarithm for a whole sum of log(1 + exp(x))";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    List<Expr> results = new ArrayList<>();
    for (Expr root : roots) {
      boolean number = !root.known() && root.shape().size() == 1;
      results.add(number ? withOneLogarithm(graph, root, log) : root);
    }
    return results;
  }

  private static Expr withOneLogarithm(Graph graph, Expr root, RewriteLog log) {
    int top = graph.indexOf(root);
    boolean[] needed = Needed.by(graph, top);
    int[] uses = Needed.uses(graph, needed);
    LinearUses linear = new LinearUses(graph, needed, top);
    return Visit.each(
            graph,
            List.of(root),
            log,
            visit ->
                isSum(graph, visit.node(), uses) && linear.of(visit.index())
                    ? product(visit)
                    : null)
        .getFirst();
  }

  /** Whether a node is such a sum, of terms that nothing else needs. */
  private static boolean isSum(Graph graph, Node node, int[] uses) {
    if (!(node.op() instanceof SumTo) || node.shape().size() != 1) {
      return false;
    }
    Node terms = graph.node(node.operand(0));
    return terms.op() instanceof Unary(UnaryFunction f)
        && f == UnaryFunction.LOG1P_EXP
        && terms.shape().size() > SHORT
        && uses[node.operand(0)] == 1;
  }

  private static Expr product(Visit visit) {
    Graph graph = visit.graph();
    Expr terms = visit.operand(0);
    Expr x = graph.expr(graph.node(graph.indexOf(terms)).operand(0));
    Expr sum = Functions.reshape(Reductions.sumLog1pExp(x), visit.node().shape());
    String rows = Words.rows(graph, List.of(terms), terms.shape().size());
    return visit.told(sum, rows + " take one logarithm together");
  }
}
