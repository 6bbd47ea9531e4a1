package planish.autodiff.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
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
  private final KnownNumbers values;
  private final Deque<Term> open = new ArrayDeque<>();
  private final List<Expr> done = new ArrayList<>();
  private final List<Node> checks = new ArrayList<>();
  private int statistics;
  private boolean refused;

  /**
   * The sum over rows of a factor times an expression.
   *
   * @param factor of each row
   * @param expr with an element for each row, or a scalar
   * @param rows which rows, or null for all
   * @param n the number of all rows
   */
  private record Term(RowFactor factor, Expr expr, int[] rows, int n) {
    Term with(RowFactor next, Expr of) {
      return new Term(next, of, rows, n);
    }

    Term with(Expr of) {
      return with(factor, of);
    }

    Term only(int[] kept, Expr of) {
      return new Term(factor, of, kept, n);
    }
  }

  private SumTerms(Graph graph, KnownNumbers values) {
    this.graph = graph;
    this.values = values;
  }

  /** {@return a sum with as much of it as possible summed now; null if nothing can be} */
  static SumTerms of(Graph graph, KnownNumbers values, Expr weights, Expr expr) {
    SumTerms terms = new SumTerms(graph, values);
    terms.open.add(
        new Term(RowFactor.ONE.times(Groups.flat(weights)), expr, null, expr.shape().size()));
    return terms.run() ? terms : null;
  }

  static SumTerms of(Graph graph, KnownNumbers values, Expr expr) {
    SumTerms terms = new SumTerms(graph, values);
    terms.open.add(new Term(RowFactor.ONE, expr, null, expr.shape().size()));
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

  private void take(Term term) {
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

  private void takeNode(Term term, Node node) {
    switch (node.op()) {
      case Unary unary when unary.function() == UnaryFunction.NEGATE ->
          open.add(term.with(term.factor().negated(), operand(node, 0)));
      case Unary unary when unary.function() == UnaryFunction.LOG -> logarithm(term, node);
      case Unary unary when unary.function() == UnaryFunction.EXP -> exponential(term, node);
      case Binary binary -> binary(term, node, binary.function());
      case OrderedSum(List<Integer> times) -> {
        for (int k = 0; k < times.size() && times.size() <= TERMS; k++) {
          open.add(term.with(term.factor().times(Expr.of(times.get(k))), operand(node, k)));
        }
        refused |= times.size() > TERMS;
      }
      case Select _ -> select(term, node);
      case Check _ when checkedByFew(term, node) -> {
        checks.add(node);
        open.add(term.with(operand(node, 0)));
      }
      case Reshape _ -> open.add(term.with(operand(node, 0)));
      case Transpose _ when term.factor().uniform() && term.rows() == null ->
          open.add(term.with(operand(node, 0)));
      case SumTo _ when term.factor().uniform() && term.rows() == null -> {
        Expr whole = operand(node, 0);
        open.add(new Term(term.factor(), whole, null, whole.shape().size()));
      }
      case VectorMatrix _ -> product(term, node);
      default -> groups(term);
    }
  }

  private Expr operand(Node node, int k) {
    return graph.expr(node.operand(k));
  }

  private void groups(Term term) {
    Groups groups = Spine.shared(graph, term.expr());
    RowFactor factor = groups == null ? null : term.factor().timesGroups(groups);
    if (factor == null) {
      keep(term);
    } else {
      finish(term.with(factor, ONE));
    }
  }

  private void binary(Term term, Node node, BinaryFunction function) {
    switch (function) {
      case ADD, SUBTRACT -> {
        open.add(term.with(operand(node, 0)));
        RowFactor factor = term.factor();
        open.add(
            term.with(
                function == BinaryFunction.ADD ? factor : factor.negated(), operand(node, 1)));
      }
      case MULTIPLY -> multiply(term, node);
      case DIVIDE -> divide(term, node);
      default -> keep(term);
    }
  }

  private void multiply(Term term, Node node) {
    for (int k = 0; k < 2; k++) {
      RowFactor factor = Spine.times(graph, term.factor(), operand(node, k));
      if (factor != null) {
        open.add(term.with(factor, operand(node, 1 - k)));
        return;
      }
    }
    keep(term);
  }

  private void divide(Term term, Node node) {
    RowFactor factor = Spine.over(graph, term.factor(), operand(node, 1));
    if (factor == null) {
      keep(term);
    } else {
      open.add(term.with(factor, operand(node, 0)));
    }
  }

  /** log(d p) = log d + log p for known positive d. */
  private void logarithm(Term term, Node node) {
    Node argument = graph.node(node.operand(0));
    Node inner = unchecked(term, argument);
    if (inner.op() instanceof Binary(BinaryFunction f)
        && (f == BinaryFunction.MULTIPLY || f == BinaryFunction.DIVIDE)) {
      Expr a = operand(inner, 0);
      Expr b = operand(inner, 1);
      if (positive(a) || positive(b)) {
        if (inner != argument) {
          checks.add(argument);
        }
        open.add(term.with(Functions.log(a)));
        RowFactor factor = term.factor();
        open.add(
            term.with(f == BinaryFunction.MULTIPLY ? factor : factor.negated(), Functions.log(b)));
        return;
      }
    }
    keep(term);
  }

  /** {@return what is checked, if fewer rows than all are looked at for that} */
  private Node unchecked(Term term, Node node) {
    return checkedByFew(term, node) ? graph.node(node.operand(0)) : node;
  }

  private boolean checkedByFew(Term term, Node node) {
    return node.op() instanceof Check && graph.node(node.operand(1)).shape().size() < term.n();
  }

  private boolean positive(Expr e) {
    double[] d = e.known() ? values.finite(e) : null;
    return d != null && java.util.Arrays.stream(d).allMatch(x -> x >= Double.MIN_NORMAL);
  }

  /** exp(d + p) = exp(d - c) exp(p + c), c the greatest of the d, so that nothing overflows. */
  private void exponential(Term term, Node node) {
    Node inner = graph.node(node.operand(0));
    if (inner.op() instanceof Binary(BinaryFunction f)
        && (f == BinaryFunction.ADD || f == BinaryFunction.SUBTRACT)) {
      Expr a = operand(inner, 0);
      Expr b = operand(inner, 1);
      boolean add = f == BinaryFunction.ADD;
      if (b.known() && shared(a)) {
        shifted(term, add ? b : b.negate(), a);
        return;
      }
      if (a.known() && add && shared(b)) {
        shifted(term, a, b);
        return;
      }
    }
    keep(term);
  }

  private boolean shared(Expr e) {
    return e.shape().isScalar() || Spine.shared(graph, e) != null;
  }

  private void shifted(Term term, Expr offsets, Expr parameter) {
    double[] d = values.finite(offsets);
    if (d == null) {
      keep(term);
      return;
    }
    double greatest = IntStream.range(0, d.length).mapToDouble(k -> d[k]).max().orElse(0);
    RowFactor factor = term.factor().times(Functions.exp(Groups.flat(offsets.minus(greatest))));
    if (parameter.shape().isScalar()) {
      open.add(term.with(factor.timesScalar(Functions.exp(parameter.plus(greatest))), ONE));
      return;
    }
    Groups groups = Spine.shared(graph, parameter);
    Expr each = Functions.exp(groups.values().plus(greatest));
    RowFactor grouped = factor.timesGroups(new Groups(each, groups.index()));
    if (grouped == null) {
      keep(term);
    } else {
      open.add(term.with(grouped, ONE));
    }
  }

  private void select(Term term, Node node) {
    Expr condition = operand(node, 0);
    if (!condition.known()) {
      selectUnknown(term, node, condition);
      return;
    }
    double[] c = values.of(condition);
    if (c == null) {
      keep(term);
      return;
    }
    open.add(term.only(where(term, c, true), operand(node, 1)));
    open.add(term.only(where(term, c, false), operand(node, 2)));
  }

  /** A condition that is a product with known numbers does not hold where those are zero. */
  private void selectUnknown(Term term, Node node, Expr condition) {
    Node product = graph.node(graph.indexOf(condition));
    if (product.op() instanceof Binary(BinaryFunction f) && f == BinaryFunction.MULTIPLY) {
      for (int k = 0; k < 2; k++) {
        Expr factor = operand(product, k);
        double[] c =
            factor.known() && comparison(operand(product, 1 - k)) ? values.of(factor) : null;
        if (c != null && splits(term, node, c)) {
          return;
        }
      }
    }
    keep(term);
  }

  /** {@return whether it is 0 or 1, whatever it compares} */
  private boolean comparison(Expr e) {
    Node node = graph.node(graph.indexOf(e));
    return switch (node.op()) {
      case Gather _, Broadcast _ -> comparison(operand(node, 0));
      case Binary(BinaryFunction f) ->
          f == BinaryFunction.EQUAL
              || f == BinaryFunction.LESS
              || f == BinaryFunction.LESS_OR_EQUAL;
      default -> false;
    };
  }

  private boolean splits(Term term, Node node, double[] c) {
    int[] open = where(term, c, true);
    if (open.length > 0 && !(nothing(operand(node, 1), open) && nothing(operand(node, 2), open))) {
      return false;
    }
    this.open.add(term.only(where(term, c, false), operand(node, 2)));
    return true;
  }

  /** {@return whether an expression is zero at these rows: a known zero times something} */
  private boolean nothing(Expr e, int[] rows) {
    if (e.known()) {
      return zero(e, rows);
    }
    Node node = graph.node(graph.indexOf(e));
    return node.op() instanceof Binary(BinaryFunction f)
        && f == BinaryFunction.MULTIPLY
        && (zero(operand(node, 0), rows) || zero(operand(node, 1), rows));
  }

  private boolean zero(Expr e, int[] rows) {
    double[] d = e.known() ? values.of(e) : null;
    if (d == null) {
      return false;
    }
    for (int row : rows) {
      if (d[d.length == 1 ? 0 : row] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int[] where(Term term, double[] c, boolean holds) {
    IntStream rows = term.rows() == null ? IntStream.range(0, term.n()) : IntStream.of(term.rows());
    return rows.filter(row -> holds(c[c.length == 1 ? 0 : row]) == holds).toArray();
  }

  private static boolean holds(double condition) {
    return condition != 0 && !Double.isNaN(condition);
  }

  /** Known numbers times a product with a known matrix: the product with the matrix is known. */
  private void product(Term term, Node node) {
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
  private void finish(Term term) {
    Expr sum = term.factor().sum(values, term.rows(), term.n());
    if (sum == null) {
      refused = true;
    } else {
      statistics += term.factor().groups() == null ? 1 : term.factor().groups().shape().size();
      done.add(sum);
    }
  }

  /** A term that is summed at each evaluation. */
  private void keep(Term term) {
    RowFactor factor = term.factor();
    Expr e = term.expr();
    Expr known = factor.known();
    if (term.rows() != null) {
      RowTree tree = RowTree.of(graph, e, term.n());
      if (tree == null || tree.checked()) {
        refused = true;
        return;
      }
      e = tree.at(term.rows());
      known = at(known, term.rows());
    }
    if (factor.groups() != null) {
      Expr each =
          Functions.gatherFlat(
              factor.groups(), factor.index().values(), planish.autodiff.Shape.of(term.n()));
      each = at(each, term.rows());
      e = Groups.flat(e).times(each);
    }
    int count = term.rows() == null ? term.n() : term.rows().length;
    done.add(weighed(known, e, count).times(factor.scalar()));
  }

  private static Expr at(Expr x, int[] rows) {
    return rows == null || x.shape().isScalar()
        ? x
        : Functions.gatherFlat(x, rows, planish.autodiff.Shape.of(rows.length));
  }

  private Expr weighed(Expr known, Expr e, int count) {
    if (e.shape().isScalar()) {
      double[] d = values.finite(known);
      refused |= d == null;
      return d == null ? e : e.times(KnownSums.over(d, null, count));
    }
    return known.shape().isScalar()
        ? e.sum().times(known)
        : graph.apply(new Dot(), List.of(known, Groups.flat(e)));
  }
}
