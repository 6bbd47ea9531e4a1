package planish.autodiff.rewrite.statistics;

import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Replaces the data of a sum of squares by sufficient statistics: where what is squared is linear
 * in parameters that rows, or groups of rows, share, {@code Σ (y - a[g] - b x)²} becomes squares
 * about the data's own fit, plus the squares that the fit leaves.
 *
 * <p>Everything is centred at the data's fit and nothing is multiplied out, so that large means do
 * no harm: a mean of 1e8 standard deviations costs no more digits than it costs row by row.
 */
public final class SquareSums implements Rewrite {
  /** Without state. */
  public SquareSums() {}

  @Override
  public String name() {
    return "square-sums";
  }

  @Override
  public String summary() {
    return "replaces the data of normal models and regressions by sufficient statistics";
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
          RowSquares squares = squares(graph, visit.node(), visit.operands());
          return squares == null ? null : better(visit, squares);
        });
  }

  /**
   * The sum over rows of a factor times the square of an expression.
   *
   * @param factor of each row
   * @param squared the expression
   */
  private record RowSquares(RowFactor factor, Expr squared) {}

  private static RowSquares squares(Graph graph, Node node, List<Expr> operands) {
    if (node.op() instanceof SumTo && node.shape().isScalar()) {
      return squares(graph, RowFactor.ONE, operands.get(0));
    }
    if (!(node.op() instanceof Dot)) {
      return null;
    }
    Expr a = operands.get(0);
    Expr b = operands.get(1);
    if (a.equals(b)) {
      return new RowSquares(RowFactor.ONE, a);
    }
    if (a.known()) {
      return squares(graph, RowFactor.ONE.times(Spine.flat(a)), b);
    }
    return b.known() ? squares(graph, RowFactor.ONE.times(Spine.flat(b)), a) : null;
  }

  private static RowSquares squares(Graph graph, RowFactor weight, Expr e) {
    Spine spine = Spine.of(graph, e);
    Node node = graph.node(graph.indexOf(spine.inner()));
    boolean square =
        node.op() instanceof Unary unary && unary.function() == UnaryFunction.SQUARE
            || node.op() instanceof Binary(BinaryFunction f)
                && f == BinaryFunction.MULTIPLY
                && node.operand(0) == node.operand(1);
    RowFactor factor = square ? weight.times(spine.factor()) : null;
    return factor == null ? null : new RowSquares(factor, graph.expr(node.operand(0)));
  }

  private static Expr better(Visit visit, RowSquares squares) {
    Graph graph = visit.graph();
    int n = squares.squared().shape().size();
    Spine spine = Spine.of(graph, squares.squared());
    RowFactor twice = spine.factor().times(spine.factor());
    RowFactor factor = twice == null || n < 2 ? null : squares.factor().times(twice);
    ParameterForm form =
        factor == null ? null : ParameterForm.of(graph, sign(graph, spine.inner()), spine.inner());
    Statistics statistics = form == null ? null : Statistics.of(visit.values(), factor, form, n);
    Expr after = statistics == null ? null : statistics.total();
    return after == null
        ? null
        : visit.ifLess(after, Words.summed(graph, visit.operands(), statistics.count(), true));
  }

  /** Data minus parameters are squared as parameters minus data, which saves a sign. */
  private static RowFactor sign(Graph graph, Expr e) {
    Node node = graph.node(graph.indexOf(e));
    boolean negative =
        node.op() instanceof Binary(BinaryFunction f)
            && f == BinaryFunction.SUBTRACT
            && graph.node(node.operand(0)).known();
    return negative ? RowFactor.ONE.negated() : RowFactor.ONE;
  }
}
