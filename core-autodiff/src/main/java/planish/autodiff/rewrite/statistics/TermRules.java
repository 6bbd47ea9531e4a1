package planish.autodiff.rewrite.statistics;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.gather.Groups;
import planish.autodiff.vector.BinaryFunction;

/**
 * What a term of a sum over rows can be taken apart into, by what its expression is; null where it
 * is of another form.
 */
final class TermRules {
  private static final Expr ONE = Expr.of(1);

  private final Graph graph;
  private final KnownValues values;
  private final RowConditions conditions;

  TermRules(Graph graph, KnownValues values) {
    this.graph = graph;
    this.values = values;
    this.conditions = new RowConditions(graph, values);
  }

  private Expr operand(Node node, int k) {
    return graph.expr(node.operand(k));
  }

  /**
   * Data of large mean, less a parameter that rows share: what is summed now are deviations from
   * the mean, and the parameter's is taken from the mean, so that no digits are lost.
   *
   * @return the terms; null if it is of another form
   */
  List<RowTerm> deviations(RowTerm term, Node node, RowFactor second) {
    int k = operand(node, 0).known() ? 0 : 1;
    Expr data = operand(node, k);
    Expr parameter = operand(node, 1 - k);
    double[] y = data.known() && data.shape().size() == term.n() ? values.finite(data) : null;
    double mean = y == null || parameter.known() ? 0 : KnownSums.largeMean(y);
    if (mean == 0) {
      return null;
    }
    RowFactor ofData = k == 0 ? term.factor() : second;
    RowFactor ofParameter = k == 0 ? second : term.factor();
    boolean opposite =
        node.op() instanceof Binary(BinaryFunction f) && f == BinaryFunction.SUBTRACT;
    Expr centre = Expr.of(opposite ? -mean : mean);
    RowTerm shared = shared(term, ofParameter, parameter, centre);
    return shared == null ? null : List.of(shared, term.with(ofData, data.minus(mean)));
  }

  private RowTerm shared(RowTerm term, RowFactor factor, Expr parameter, Expr centre) {
    if (parameter.shape().isScalar()) {
      return term.with(factor, parameter.plus(centre));
    }
    Groups groups = Spine.shared(graph, parameter);
    RowFactor grouped =
        groups == null
            ? null
            : factor.timesGroups(new Groups(groups.values().plus(centre), groups.index()));
    return grouped == null ? null : term.with(grouped, ONE);
  }

  /** log(d p) = log d + log p for known positive d. */
  List<RowTerm> logarithm(RowTerm term, Node inner) {
    if (!(inner.op() instanceof Binary(BinaryFunction f))
        || f != BinaryFunction.MULTIPLY && f != BinaryFunction.DIVIDE) {
      return null;
    }
    Expr a = operand(inner, 0);
    Expr b = operand(inner, 1);
    if (!positive(a) && !positive(b)) {
      return null;
    }
    RowFactor factor = term.factor();
    RowFactor second = f == BinaryFunction.MULTIPLY ? factor : factor.negated();
    return List.of(term.with(Functions.log(a)), term.with(second, Functions.log(b)));
  }

  private boolean positive(Expr e) {
    double[] d = e.known() ? values.finite(e) : null;
    return d != null && Arrays.stream(d).allMatch(x -> x >= Double.MIN_NORMAL);
  }

  /** exp(d + p) = exp(d - c) exp(p + c), c the greatest of the d, so that nothing overflows. */
  List<RowTerm> exponential(RowTerm term, Node node) {
    Node inner = graph.node(node.operand(0));
    if (!(inner.op() instanceof Binary(BinaryFunction f))
        || f != BinaryFunction.ADD && f != BinaryFunction.SUBTRACT) {
      return null;
    }
    Expr a = operand(inner, 0);
    Expr b = operand(inner, 1);
    boolean add = f == BinaryFunction.ADD;
    if (b.known() && shared(a)) {
      return shifted(term, add ? b : b.negate(), a);
    }
    return a.known() && add && shared(b) ? shifted(term, a, b) : null;
  }

  private boolean shared(Expr e) {
    return e.shape().isScalar() || Spine.shared(graph, e) != null;
  }

  private List<RowTerm> shifted(RowTerm term, Expr known, Expr parameter) {
    double[] d = values.finite(known);
    if (d == null) {
      return null;
    }
    Offsets offsets = new Offsets(graph, Spine.flat(known), d, term.rows(), term.n());
    RowFactor factor =
        parameter.shape().isScalar()
            ? offsets.times(term.factor(), parameter)
            : offsets.times(term.factor(), Spine.shared(graph, parameter));
    return factor == null ? null : List.of(term.with(factor, ONE));
  }

  /**
   * Known conditions split the rows. One that is a product with known numbers does not hold where
   * those are zero; where they are not, both values must be nothing.
   */
  List<RowTerm> select(RowTerm term, Node node) {
    Expr condition = operand(node, 0);
    boolean known = condition.known();
    double[] c = known ? values.of(condition) : conditions.knownFactor(condition);
    if (c == null) {
      return null;
    }
    int[] yes = RowConditions.where(term.rows(), term.n(), c, true);
    RowTerm no = term.only(RowConditions.where(term.rows(), term.n(), c, false), operand(node, 2));
    if (known) {
      return List.of(term.only(yes, operand(node, 1)), no);
    }
    boolean nothing =
        conditions.nothing(operand(node, 1), yes) && conditions.nothing(operand(node, 2), yes);
    return nothing ? List.of(no) : null;
  }
}
