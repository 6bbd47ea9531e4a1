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
  private final RowConditions conditions;
  private final Deque<RowTerm> open = new ArrayDeque<>();
  private final List<Expr> done = new ArrayList<>();
  private final List<Node> checks = new ArrayList<>();
  private int statistics;
  private boolean refused;

  private SumTerms(Graph graph, KnownValues values) {
    this.graph = graph;
    this.values = values;
    this.conditions = new RowConditions(graph, values);
  }

  /** {@return a sum with as much of it as possible summed now; null if nothing can be} */
  static SumTerms of(Graph graph, KnownValues values, Expr weights, Expr expr) {
    SumTerms terms = new SumTerms(graph, values);
    terms.open.add(
        new RowTerm(RowFactor.ONE.times(Groups.flat(weights)), expr, null, expr.shape().size()));
    return terms.run() ? terms : null;
  }

  static SumTerms of(Graph graph, KnownValues values, Expr expr) {
    SumTerms terms = new SumTerms(graph, values);
    terms.open.add(new RowTerm(RowFactor.ONE, expr, null, expr.shape().size()));
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
      case ADD, SUBTRACT -> {
        RowFactor factor = term.factor();
        RowFactor second = function == BinaryFunction.ADD ? factor : factor.negated();
        if (!deviations(term, node, second)) {
          open.add(term.with(operand(node, 0)));
          open.add(term.with(second, operand(node, 1)));
        }
      }
      case MULTIPLY -> multiply(term, node);
      case DIVIDE -> divide(term, node);
      default -> keep(term);
    }
  }

  /**
   * Data of large mean, less a parameter that rows share: what is summed now are deviations from
   * the mean, and the parameter's is taken from the mean, so that no digits are lost.
   *
   * @return whether it was done
   */
  private boolean deviations(RowTerm term, Node node, RowFactor second) {
    int k = operand(node, 0).known() ? 0 : 1;
    Expr data = operand(node, k);
    Expr parameter = operand(node, 1 - k);
    double[] y = data.known() && data.shape().size() == term.n() ? values.finite(data) : null;
    double mean = y == null || parameter.known() ? 0 : KnownSums.largeMean(y);
    if (mean == 0) {
      return false;
    }
    RowFactor ofData = k == 0 ? term.factor() : second;
    RowFactor ofParameter = k == 0 ? second : term.factor();
    boolean opposite =
        node.op() instanceof Binary(BinaryFunction f) && f == BinaryFunction.SUBTRACT;
    Expr centre = Expr.of(opposite ? -mean : mean);
    if (parameter.shape().isScalar()) {
      open.add(term.with(ofParameter, parameter.plus(centre)));
    } else {
      Groups groups = Spine.shared(graph, parameter);
      RowFactor grouped =
          groups == null
              ? null
              : ofParameter.timesGroups(new Groups(groups.values().plus(centre), groups.index()));
      if (grouped == null) {
        return false;
      }
      open.add(term.with(grouped, ONE));
    }
    open.add(term.with(ofData, data.minus(mean)));
    return true;
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

  /** log(d p) = log d + log p for known positive d. */
  private void logarithm(RowTerm term, Node node) {
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
  private Node unchecked(RowTerm term, Node node) {
    return checkedByFew(term, node) ? graph.node(node.operand(0)) : node;
  }

  private boolean checkedByFew(RowTerm term, Node node) {
    return node.op() instanceof Check && graph.node(node.operand(1)).shape().size() < term.n();
  }

  private boolean positive(Expr e) {
    double[] d = e.known() ? values.finite(e) : null;
    return d != null && java.util.Arrays.stream(d).allMatch(x -> x >= Double.MIN_NORMAL);
  }

  /** exp(d + p) = exp(d - c) exp(p + c), c the greatest of the d, so that nothing overflows. */
  private void exponential(RowTerm term, Node node) {
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

  private void shifted(RowTerm term, Expr known, Expr parameter) {
    double[] d = values.finite(known);
    Offsets offsets =
        d == null ? null : new Offsets(graph, Spine.flat(known), d, term.rows(), term.n());
    RowFactor factor = null;
    if (offsets != null) {
      factor =
          parameter.shape().isScalar()
              ? offsets.times(term.factor(), parameter)
              : offsets.times(term.factor(), Spine.shared(graph, parameter));
    }
    if (factor == null) {
      keep(term);
    } else {
      open.add(term.with(factor, ONE));
    }
  }

  /**
   * Known conditions split the rows. One that is a product with known numbers does not hold where
   * those are zero; where they are not, both values must be nothing.
   */
  private void select(RowTerm term, Node node) {
    Expr condition = operand(node, 0);
    boolean known = condition.known();
    double[] c = known ? values.of(condition) : conditions.knownFactor(condition);
    if (c == null) {
      keep(term);
      return;
    }
    int[] yes = RowConditions.where(term.rows(), term.n(), c, true);
    int[] no = RowConditions.where(term.rows(), term.n(), c, false);
    if (known) {
      open.add(term.only(yes, operand(node, 1)));
    } else if (!conditions.nothing(operand(node, 1), yes)
        || !conditions.nothing(operand(node, 2), yes)) {
      keep(term);
      return;
    }
    open.add(term.only(no, operand(node, 2)));
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
