package planish.autodiff.rewrite.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.gather.Groups;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * A sum over rows, taken apart into terms that are known numbers times parameters, whose numbers
 * are summed now, and a rest that is summed at each evaluation.
 */
final class SumTerms {
  /** More terms than this are not worth the trouble. */
  private static final int TERMS = 64;

  private static final Expr ONE = Expr.of(1);
  private static final Expr ZERO = Expr.of(0);

  private final Graph graph;
  private final KnownValues values;
  private final TermRules rules;
  private final Deque<RowTerm> open = new ArrayDeque<>();
  private final List<Expr> done = new ArrayList<>();
  private final List<Node> checks = new ArrayList<>();
  private int statistics;
  private boolean kept;
  private boolean refused;

  private SumTerms(Graph graph, KnownValues values) {
    this.graph = graph;
    this.values = values;
    this.rules = new TermRules(graph, values);
  }

  /** {@return a sum with as much of it as possible summed now; null if nothing can be} */
  static SumTerms of(Graph graph, KnownValues values, Expr weights, Expr expr) {
    SumTerms terms = new SumTerms(graph, values);
    terms.open.add(
        new RowTerm(RowFactor.ONE.times(Spine.flat(weights)), expr, null, expr.shape().size()));
    return terms.run() ? terms : null;
  }

  private boolean run() {
    while (!open.isEmpty() && !refused) {
      take(open.removeLast());
      refused |= open.size() + done.size() > TERMS;
    }
    return !refused;
  }

  /** {@return the number of sums that were taken now} */
  int statistics() {
    return statistics;
  }

  /** {@return whether no term is summed at each evaluation} */
  boolean whole() {
    return !kept;
  }

  /** {@return the sum of the terms} */
  Expr total() {
    List<Expr> terms = new ArrayList<>(done);
    terms.removeIf(ZERO::equals);
    Expr sum = terms.isEmpty() ? ZERO : Functions.orderedSum(terms);
    for (Node check : checks) {
      sum =
          graph.apply(
              check.op(), List.of(sum, graph.expr(check.operand(1)), graph.expr(check.operand(2))));
    }
    return sum;
  }

  private void take(RowTerm term) {
    if (term.rows() != null && term.rows().length == 0) {
      return;
    }
    Expr e = term.expr();
    if (e.known()) {
      finish(term.with(term.factor().times(Spine.flat(e)), ONE));
    } else if (e.shape().isScalar()) {
      finish(term.with(term.factor().timesScalar(e), ONE));
    } else {
      takeNode(term, graph.node(graph.indexOf(e)));
    }
  }

  private void takeNode(RowTerm term, Node node) {
    switch (node.op()) {
      case Unary unary when unary.function() == UnaryFunction.NEGATE ->
          open.add(term.with(term.factor().negated(), operand(node, 0)));
      case Unary unary when unary.function() == UnaryFunction.LOG -> logarithm(term, node);
      case Unary unary when unary.function() == UnaryFunction.EXP ->
          takeAll(term, rules.exponential(term, node));
      case Binary binary -> binary(term, node, binary.function());
      case OrderedSum(List<Integer> times) -> {
        for (int k = 0; k < times.size() && times.size() <= TERMS; k++) {
          open.add(term.with(term.factor().times(Expr.of(times.get(k))), operand(node, k)));
        }
        refused |= times.size() > TERMS;
      }
      case Select _ -> takeAll(term, rules.select(term, node));
      case Check _ when checkedByFew(term, node) -> {
        checks.add(node);
        open.add(term.with(operand(node, 0)));
      }
      case Reshape _ -> open.add(term.with(operand(node, 0)));
      case Transpose _ when term.factor().uniform() && term.rows() == null ->
          open.add(term.with(operand(node, 0)));
      case SumTo _ when term.factor().uniform() && term.rows() == null -> {
        Expr whole = operand(node, 0);
        open.add(new RowTerm(term.factor(), whole, null, whole.shape().size()));
      }
      case VectorMatrix _ -> product(term, node);
      default -> groups(term);
    }
  }

  private Expr operand(Node node, int k) {
    return graph.expr(node.operand(k));
  }

  private void groups(RowTerm term) {
    Groups groups = Spine.shared(graph, term.expr());
    RowFactor factor = groups == null ? null : term.factor().timesGroups(groups);
    if (factor == null) {
      keep(term);
    } else {
      finish(term.with(factor, ONE));
    }
  }

  private void binary(RowTerm term, Node node, BinaryFunction function) {
    switch (function) {
      case ADD, SUBTRACT -> open.addAll(rules.summed(term));
      case MULTIPLY -> multiply(term, node);
      case DIVIDE -> divide(term, node);
      default -> keep(term);
    }
  }

  private void multiply(RowTerm term, Node node) {
    for (int k = 0; k < 2; k++) {
      RowFactor factor = Spine.times(graph, term.factor(), operand(node, k));
      if (factor != null) {
        open.add(term.with(factor, operand(node, 1 - k)));
        return;
      }
    }
    keep(term);
  }

  private void divide(RowTerm term, Node node) {
    RowFactor factor = Spine.over(graph, term.factor(), operand(node, 1));
    if (factor == null) {
      keep(term);
    } else {
      open.add(term.with(factor, operand(node, 0)));
    }
  }

  /** {@return whether there is something to take a term apart into} */
  private boolean takeAll(RowTerm term, List<RowTerm> parts) {
    if (parts == null) {
      keep(term);
    } else {
      open.addAll(parts);
    }
    return parts != null;
  }

  private void logarithm(RowTerm term, Node node) {
    Node argument = graph.node(node.operand(0));
    Node inner = unchecked(term, argument);
    if (takeAll(term, rules.logarithm(term, inner)) && inner != argument) {
      checks.add(argument);
    }
  }

  /** {@return what is checked, if fewer rows than all are looked at for that} */
  private Node unchecked(RowTerm term, Node node) {
    return checkedByFew(term, node) ? graph.node(node.operand(0)) : node;
  }

  private boolean checkedByFew(RowTerm term, Node node) {
    return node.op() instanceof Check && graph.node(node.operand(1)).shape().size() < term.n();
  }

  /** Known numbers times a product with a known matrix: the product with the matrix is known. */
  private void product(RowTerm term, Node node) {
    Expr matrix = operand(node, 1);
    double[] x =
        term.factor().groups() == null && term.rows() == null && matrix.known()
            ? values.finite(matrix)
            : null;
    double[] d = x == null ? null : values.finite(term.factor().known());
    if (d == null) {
      keep(term);
      return;
    }
    int n = term.n();
    double[] sums = new double[matrix.shape().length(0)];
    for (int j = 0; j < sums.length; j++) {
      KnownSums sum = new KnownSums();
      for (int i = 0; i < n; i++) {
        sum.add(d[d.length == 1 ? 0 : i], x[j * n + i]);
      }
      sums[j] = sum.value();
    }
    statistics += sums.length;
    done.add(Functions.dot(operand(node, 0), Expr.vector(sums)).times(term.factor().scalar()));
  }

  /** A term whose numbers are summed now. */
  private void finish(RowTerm term) {
    statistics += Math.max(term.factor().groupCount(), 1);
    finish(term.ofKnown(values));
  }

  /** A term that is summed at each evaluation. */
  private void keep(RowTerm term) {
    kept = true;
    finish(term.ofAll(graph, values));
  }

  private void finish(Expr sum) {
    if (sum == null) {
      refused = true;
    } else {
      done.add(sum);
    }
  }
}
