package planish.autodiff.rewrite.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * The terms of a sum, with what each is multiplied by: sums within sums are taken apart, also where
 * all of an inner sum is multiplied or divided by something.
 */
final class DensityTerms {
  private final Graph graph;
  private final KnownValues values;
  private final int[] uses;
  private final boolean[] holds;
  private final boolean[] inner;
  private final Deque<Term> open = new ArrayDeque<>();
  private final List<Term> terms = new ArrayList<>();

  /**
   * A term.
   *
   * @param parent the node of the sum that it stands in
   * @param index the node of the term
   * @param factors what it is multiplied by
   */
  record Term(int parent, int index, ScalarFactors factors) {}

  /**
   * Takes the sum at a root apart.
   *
   * @param uses how often each node is used, for all roots; 0 for those that are not needed
   */
  DensityTerms(Graph graph, KnownValues values, int[] uses, int root) {
    this.graph = graph;
    this.values = values;
    this.uses = uses;
    this.holds = new boolean[root + 1];
    this.inner = new boolean[root + 1];
    for (int k = 0; k <= root; k++) {
      holds[k] = uses[k] == 1 && holds(graph.node(k));
    }
    give(-1, root, ScalarFactors.ONE);
    while (!open.isEmpty()) {
      Term next = open.removeLast();
      inner[next.index()] = take(next, graph.node(next.index()));
      if (!inner[next.index()]) {
        terms.add(next);
      }
    }
  }

  /** {@return the terms, but for those that are used elsewhere too} */
  List<Term> terms() {
    return terms;
  }

  /** {@return whether a node is one of the sums that were taken apart} */
  boolean isInner(int index) {
    return index < inner.length && inner[index];
  }

  /** Whether sums of products stand below a scalar, with nothing but sums and factors between. */
  private boolean holds(Node node) {
    if (node.known() || !node.shape().isScalar()) {
      return false;
    }
    return switch (node.op()) {
      case Dot _, SumTo _ -> true;
      case OrderedSum _ -> holdsAny(node, node.operandCount());
      case Check _ -> holdsAny(node, 1);
      case Unary(UnaryFunction f) -> f == UnaryFunction.NEGATE && holdsAny(node, 1);
      case Binary(BinaryFunction f) ->
          switch (f) {
            case ADD, SUBTRACT -> holdsAny(node, 2);
            case MULTIPLY -> holds[node.operand(0)] != holds[node.operand(1)];
            case DIVIDE -> holds[node.operand(0)] && !holds[node.operand(1)];
            default -> false;
          };
      default -> false;
    };
  }

  private boolean holdsAny(Node node, int operands) {
    for (int k = 0; k < operands; k++) {
      if (holds[node.operand(k)]) {
        return true;
      }
    }
    return false;
  }

  /** What is known may be used elsewhere: it is computed anyway. */
  private void give(int parent, int index, ScalarFactors factors) {
    if (factors != null && (uses[index] == 1 || graph.node(index).known())) {
      open.add(new Term(parent, index, factors));
    }
  }

  /** {@return whether it is a sum, or multiplied, so that its parts are open now} */
  private boolean take(Term term, Node node) {
    int index = term.index();
    if (!holds[index]) {
      return false;
    }
    ScalarFactors factors = term.factors();
    switch (node.op()) {
      case OrderedSum(List<Integer> times) -> {
        for (int k = 0; k < times.size(); k++) {
          give(index, node.operand(k), factors.times(times.get(k)));
        }
      }
      case Check _ -> give(index, node.operand(0), factors);
      case Unary _ -> give(index, node.operand(0), factors.times(-1));
      case Binary(BinaryFunction f) -> take(index, node, f, factors);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void take(int index, Node node, BinaryFunction f, ScalarFactors factors) {
    int a = node.operand(0);
    int b = node.operand(1);
    switch (f) {
      case ADD, SUBTRACT -> {
        give(index, a, factors);
        give(index, b, f == BinaryFunction.ADD ? factors : factors.times(-1));
      }
      case MULTIPLY -> give(index, holds[a] ? a : b, product(factors, holds[a] ? b : a));
      default -> {
        ScalarFactors divisor = ScalarFactors.of(graph, values, b);
        give(index, a, divisor == null ? null : factors.over(divisor));
      }
    }
  }

  private ScalarFactors product(ScalarFactors factors, int other) {
    ScalarFactors more = ScalarFactors.of(graph, values, other);
    return more == null ? null : factors.times(more);
  }
}
