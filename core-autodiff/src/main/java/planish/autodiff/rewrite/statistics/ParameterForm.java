package planish.autodiff.rewrite.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.gather.Groups;
import planish.autodiff.rewrite.gather.Pairs;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * An expression of rows as a linear function of parameters: known numbers, plus known numbers times
 * parameters, plus products of a known matrix with vectors of parameters.
 */
final class ParameterForm {
  private static final int TERMS = 32;
  private static final Expr ONE = Expr.of(1);

  private final Graph graph;
  private final Deque<Term> open = new ArrayDeque<>();
  private final Map<Expr, Expr> scalars = new LinkedHashMap<>();
  private final Map<Expr, Expr> grouped = new LinkedHashMap<>();
  private final List<Product> products = new ArrayList<>();
  private Expr constant = Expr.of(0);
  private Indices index;
  private int groups;
  private int terms;

  private record Term(RowFactor factor, Expr expr) {}

  /**
   * The product of a known matrix with parameters.
   *
   * @param known each row's factor, a vector or a scalar
   * @param coefficients the parameters
   * @param matrix a column for each row
   */
  record Product(Expr known, Expr coefficients, Expr matrix) {}

  private ParameterForm(Graph graph) {
    this.graph = graph;
  }

  /** {@return a factor times an expression as a linear function; null if it is none} */
  static ParameterForm of(Graph graph, RowFactor factor, Expr expr) {
    ParameterForm form = new ParameterForm(graph);
    form.open.add(new Term(factor, expr));
    while (!form.open.isEmpty()) {
      if (++form.terms > TERMS || !form.take(form.open.removeLast())) {
        return null;
      }
    }
    return form;
  }

  /** {@return the known part: a vector or a scalar} */
  Expr constant() {
    return constant;
  }

  /** {@return parameters that all rows share, by the known numbers that they are multiplied by} */
  Map<Expr, Expr> scalars() {
    return scalars;
  }

  /** {@return parameters of groups, by the known numbers that they are multiplied by} */
  Map<Expr, Expr> grouped() {
    return grouped;
  }

  /** {@return the group of each row; null where there are none} */
  Indices index() {
    return index;
  }

  /** {@return the number of groups; 0 where there are none} */
  int groups() {
    return groups;
  }

  /** {@return products of known matrices with parameters} */
  List<Product> products() {
    return products;
  }

  /**
   * Takes the parameters that have a number for each row as the product of a matrix with a vector.
   */
  void scalarsTogether() {
    List<Expr> columns = new ArrayList<>(scalars.keySet());
    columns.remove(ONE);
    List<Expr> parameters = columns.stream().map(scalars::remove).toList();
    Expr matrix = Functions.stack(columns);
    products.add(new Product(ONE, Functions.stack(parameters), matrix));
  }

  /**
   * {@return each row's factor, its groups and those of this form being the same from now on; null
   * if there would be too many groups}
   */
  RowFactor alignedWith(RowFactor factor) {
    if (index == null
        || factor.groups() == null
        || index.equals(factor.index()) && groups == factor.groupCount()) {
      return factor;
    }
    Pairs pairs = Pairs.of(index, factor.index());
    if (pairs == null) {
      return null;
    }
    regroup(pairs);
    return new RowFactor(
        factor.known(), factor.scalar(), pairs.ofSecond(factor.groups()), pairs.index());
  }

  private boolean take(Term term) {
    Expr e = term.expr();
    if (e.known()) {
      return finish(term.factor().times(Spine.flat(e)));
    }
    if (e.shape().isScalar()) {
      return finish(term.factor().timesScalar(e));
    }
    Node node = graph.node(graph.indexOf(e));
    return switch (node.op()) {
      case Unary unary when unary.function() == UnaryFunction.NEGATE ->
          add(term.factor().negated(), node, 0);
      case Reshape _ -> add(term.factor(), node, 0);
      case Binary binary -> binary(term, node, binary.function());
      case OrderedSum(List<Integer> times) -> {
        for (int k = 0; k < times.size() && times.size() <= TERMS; k++) {
          add(term.factor().times(Expr.of(times.get(k))), node, k);
        }
        yield times.size() <= TERMS;
      }
      case VectorMatrix _ -> product(term.factor(), node);
      default -> groups(term);
    };
  }

  private boolean add(RowFactor factor, Node node, int k) {
    if (factor != null) {
      open.add(new Term(factor, graph.expr(node.operand(k))));
    }
    return factor != null;
  }

  private boolean binary(Term term, Node node, BinaryFunction function) {
    RowFactor factor = term.factor();
    return switch (function) {
      case ADD -> add(factor, node, 0) && add(factor, node, 1);
      case SUBTRACT -> add(factor, node, 0) && add(factor.negated(), node, 1);
      case MULTIPLY ->
          add(Spine.times(graph, factor, graph.expr(node.operand(0))), node, 1)
              || add(Spine.times(graph, factor, graph.expr(node.operand(1))), node, 0);
      case DIVIDE -> add(Spine.over(graph, factor, graph.expr(node.operand(1))), node, 0);
      default -> false;
    };
  }

  private boolean product(RowFactor factor, Node node) {
    Expr matrix = graph.expr(node.operand(1));
    if (factor.groups() != null || !matrix.known()) {
      return false;
    }
    Expr coefficients = graph.expr(node.operand(0)).times(factor.scalar());
    return products.add(new Product(factor.known(), coefficients, matrix));
  }

  private boolean groups(Term term) {
    Groups groups = Spine.shared(graph, term.expr());
    RowFactor factor = groups == null ? null : term.factor().timesGroups(groups);
    return factor != null && finish(factor);
  }

  private boolean finish(RowFactor factor) {
    if (factor.groups() != null) {
      return finishGroups(factor);
    }
    if (factor.scalar().equals(ONE)) {
      constant = constant.equals(Expr.of(0)) ? factor.known() : constant.plus(factor.known());
    } else {
      merge(scalars, factor.known(), factor.scalar());
    }
    return true;
  }

  private boolean finishGroups(RowFactor factor) {
    Expr values = factor.groups().times(factor.scalar());
    if (index == null) {
      index = factor.index();
      groups = factor.groupCount();
    } else if (!(index.equals(factor.index()) && groups == factor.groupCount())) {
      Pairs pairs = Pairs.of(index, factor.index());
      if (pairs == null) {
        return false;
      }
      regroup(pairs);
      values = pairs.ofSecond(values);
    }
    merge(grouped, factor.known(), values);
    return true;
  }

  private void regroup(Pairs pairs) {
    grouped.replaceAll((known, values) -> pairs.ofFirst(values));
    index = pairs.index();
    groups = pairs.first().length;
  }

  /** A number times all rows is the parameters' business. */
  private static void merge(Map<Expr, Expr> columns, Expr known, Expr parameter) {
    boolean same = known.shape().isScalar();
    Expr scaled = same ? scaled(parameter, known) : parameter;
    columns.merge(same ? ONE : known, scaled, Expr::plus);
  }

  private static Expr scaled(Expr parameter, Expr number) {
    return number.equals(Expr.of(-1)) ? parameter.negate() : parameter.times(number);
  }
}
