package planish.autodiff.rewrite.algebra;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Place;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Collects the terms of a log density: sums of sums become one sum, in which a term stands once,
 * times a number, and known terms are one constant.
 *
 * <p>Checks on the way are made on the whole sum.
 */
public final class LikeTerms implements Rewrite {
  /** Without state. */
  public LikeTerms() {}

  @Override
  public String name() {
    return "like-terms";
  }

  @Override
  public String summary() {
    return "adds up like terms of the log density, and its constants";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    List<Expr> results = new ArrayList<>();
    for (Expr root : roots) {
      boolean constant = root.known() || !root.shape().isScalar();
      results.add(constant ? root : new Collection(graph, root).collected(log));
    }
    return results;
  }

  /** The terms of one sum, gathered from its root down. */
  private static final class Collection {
    private final Graph graph;
    private final KnownValues numbers;
    private final Expr root;
    private final double[] factors;
    private final boolean[] reached;
    private final List<Node> checks = new ArrayList<>();
    private final List<Expr> terms = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private final KnownSums constant = new KnownSums();

    Collection(Graph graph, Expr root) {
      this.graph = graph;
      this.numbers = new KnownValues(graph);
      this.root = root;
      int top = graph.indexOf(root);
      this.factors = new double[top + 1];
      this.reached = new boolean[top + 1];
      this.factors[top] = 1;
      this.reached[top] = true;
    }

    /** {@return the sum; the root itself where a number is not finite} */
    Expr collected(RewriteLog log) {
      for (int k = factors.length - 1; k >= 0; k--) {
        if (reached[k] && !take(k, graph.node(k))) {
          return root;
        }
      }
      boolean alone = terms.size() == 1 && times.getFirst() == 1 && constant.value() == 0;
      Expr sum = alone ? terms.getFirst() : sum();
      if (terms.isEmpty() || !(Math.abs(constant.value()) <= Double.MAX_VALUE)) {
        return root;
      }
      Expr all = checked(sum);
      if (!all.equals(root)) {
        log.add(
            Place.NONE,
            "the log density is one sum of "
                + Words.count(terms.size(), "term")
                + (constant.value() == 0 ? "" : " and a constant"));
      }
      return all;
    }

    /** {@return whether all numbers are finite} */
    private boolean take(int index, Node node) {
      if (node.known()) {
        double[] value = numbers.finite(graph.expr(index));
        if (value != null) {
          constant.add(factors[index], value[0]);
        }
        return value != null;
      }
      switch (node.op()) {
        case OrderedSum(List<Integer> multiplicities) -> {
          for (int j = 0; j < multiplicities.size(); j++) {
            give(node, j, factors[index] * multiplicities.get(j));
          }
        }
        case Unary(UnaryFunction f) when f == UnaryFunction.NEGATE ->
            give(node, 0, -factors[index]);
        case Check _ -> {
          checks.add(node);
          give(node, 0, factors[index]);
        }
        case Binary(BinaryFunction f)
            when f == BinaryFunction.ADD || f == BinaryFunction.SUBTRACT -> {
          give(node, 0, factors[index]);
          give(node, 1, f == BinaryFunction.ADD ? factors[index] : -factors[index]);
        }
        case Binary(BinaryFunction f) when f == BinaryFunction.MULTIPLY && known(node) >= 0 -> {
          int k = known(node);
          double[] value = numbers.finite(graph.expr(node.operand(k)));
          give(node, 1 - k, value == null ? Double.NaN : factors[index] * value[0]);
        }
        default -> {
          terms.add(graph.expr(index));
          times.add(factors[index]);
        }
      }
      return Math.abs(factors[index]) <= Double.MAX_VALUE;
    }

    /** {@return the operand that is known, or -1} */
    private int known(Node node) {
      return graph.node(node.operand(0)).known() ? 0 : graph.node(node.operand(1)).known() ? 1 : -1;
    }

    private void give(Node node, int k, double factor) {
      factors[node.operand(k)] += factor;
      reached[node.operand(k)] = true;
    }

    /** Terms stand in the order of the graph; whole numbers of them go into the sum itself. */
    private Expr sum() {
      List<Expr> summed = new ArrayList<>();
      List<Integer> multiplicities = new ArrayList<>();
      for (int k = terms.size() - 1; k >= 0; k--) {
        double c = times.get(k);
        boolean whole = c == Math.rint(c) && Math.abs(c) < 1_000;
        if (c != 0) {
          summed.add(whole ? terms.get(k) : terms.get(k).times(c));
          multiplicities.add(whole ? (int) c : 1);
        }
      }
      if (constant.value() != 0) {
        summed.add(Expr.of(constant.value()));
        multiplicities.add(1);
      }
      return summed.isEmpty() ? root : graph.apply(new OrderedSum(multiplicities), summed);
    }

    private Expr checked(Expr collected) {
      Expr sum = collected;
      for (Node check : checks.reversed()) {
        Expr condition = graph.expr(check.operand(1));
        sum = graph.apply(check.op(), List.of(sum, condition, graph.expr(check.operand(2))));
      }
      return sum;
    }
  }
}
