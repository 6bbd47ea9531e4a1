package planish.autodiff.rewrite.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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

  /** More terms than this are not taken apart at once. */
  private static final int PARTS = 64;

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

  /** A term of sums and differences. */
  private record Part(boolean negative, Expr expr) {}

  /**
   * The terms of sums and differences. Of data of large mean what is summed now are deviations from
   * the mean, which is taken from a parameter of the same sum that rows share, so that no digits
   * are lost.
   */
  List<RowTerm> summed(RowTerm term) {
    List<Part> parts = apart(term.expr());
    List<RowTerm> terms = new ArrayList<>();
    parts.forEach(part -> terms.add(term.with(factor(term, part), part.expr())));
    double centre = 0;
    int taken = -1;
    for (int k = 0; k < parts.size(); k++) {
      Part data = parts.get(k);
      double mean = largeMean(data.expr(), term.n());
      taken = mean == 0 || taken >= 0 ? taken : nearestShared(parts, k);
      if (mean != 0 && taken >= 0) {
        centre += data.negative() ? -mean : mean;
        terms.set(k, terms.get(k).with(data.expr().minus(mean)));
      }
    }
    if (taken < 0) {
      return terms;
    }
    Part shared = parts.get(taken);
    Expr shift = Expr.of(shared.negative() ? -centre : centre);
    RowTerm shifted = shared(term, factor(term, shared), shared.expr(), shift);
    terms.set(taken, shifted);
    return shifted == null
        ? parts.stream().map(part -> term.with(factor(term, part), part.expr())).toList()
        : terms;
  }

  private static RowFactor factor(RowTerm term, Part part) {
    return part.negative() ? term.factor().negated() : term.factor();
  }

  private List<Part> apart(Expr expr) {
    Deque<Part> open = new ArrayDeque<>(List.of(new Part(false, expr)));
    List<Part> parts = new ArrayList<>();
    while (!open.isEmpty()) {
      Part next = open.pop();
      Expr e = next.expr();
      Node node = graph.node(graph.indexOf(e));
      boolean few = parts.size() + open.size() < PARTS && !e.known() && !e.shape().isScalar();
      if (few && node.op() instanceof Binary(BinaryFunction f) && isSum(f)) {
        boolean opposite = f == BinaryFunction.SUBTRACT;
        open.push(new Part(next.negative() != opposite, operand(node, 1)));
        open.push(new Part(next.negative(), operand(node, 0)));
      } else {
        parts.add(next);
      }
    }
    return parts;
  }

  private static boolean isSum(BinaryFunction f) {
    return f == BinaryFunction.ADD || f == BinaryFunction.SUBTRACT;
  }

  private double largeMean(Expr data, int n) {
    double[] y = data.known() && data.shape().size() == n ? values.finite(data) : null;
    return y == null ? 0 : KnownSums.largeMean(y);
  }

  /** {@return which of the parameters that rows share stands nearest; -1 if there is none} */
  private int nearestShared(List<Part> parts, int from) {
    int nearest = -1;
    for (int k = 0; k < parts.size(); k++) {
      Expr e = parts.get(k).expr();
      boolean nearer = nearest < 0 || Math.abs(k - from) < Math.abs(nearest - from);
      nearest = nearer && !e.known() && shared(e) ? k : nearest;
    }
    return nearest;
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
