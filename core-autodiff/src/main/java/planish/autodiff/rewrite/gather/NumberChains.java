package planish.autodiff.rewrite.gather;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.basics.Cost;

/**
 * Functions of nothing but known arrays and scalars, and which of them to compute of few numbers.
 */
final class NumberChains {
  private final Graph graph;
  private final KnownValues values;
  private final NumberKinds[] kinds;
  private final double[] work;
  private final boolean[] taken;
  private final boolean[] last;
  private final Map<Integer, Optional<NumberKinds>> ofKnown = new HashMap<>();
  private final Map<Indices, NumberKinds> alike = new HashMap<>();

  /** Looks at all that some roots need. */
  NumberChains(Graph graph, KnownValues values, List<Expr> roots) {
    this.graph = graph;
    this.values = values;
    boolean[] needed = Needed.by(graph, roots.stream().mapToInt(graph::indexOf).toArray());
    this.kinds = new NumberKinds[needed.length];
    this.work = new double[needed.length];
    this.taken = new boolean[needed.length];
    this.last = new boolean[needed.length];
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      if (needed[k] && !node.known() && isFunction(node)) {
        kinds[k] = common(node);
        work[k] = kinds[k] == null ? 0 : workOf(node);
      }
    }
    choose(needed);
  }

  /** {@return the numbers of which a node is to be computed; null if it stays} */
  NumberKinds taken(int index) {
    return index < taken.length && taken[index] ? kinds[index] : null;
  }

  /** {@return whether something else than such functions reads a node} */
  boolean isLast(int index) {
    return last[index];
  }

  private static boolean isFunction(Node node) {
    return node.shape().rank() > 0
        && RowWork.elementwise(node.op())
        && !(node.op() instanceof Check);
  }

  /**
   * The numbers of the known arrays, all other operands being scalars; null where there are none.
   */
  private NumberKinds common(Node node) {
    NumberKinds common = null;
    for (int j = 0; j < node.operandCount(); j++) {
      Node operand = graph.node(node.operand(j));
      if (operand.shape().isScalar()) {
        continue;
      }
      boolean known = operand.known();
      NumberKinds own = known ? null : kinds[node.operand(j)];
      if (!operand.shape().equals(node.shape()) || !known && own == null) {
        return null;
      }
      if (!known && common != null && common != own) {
        return null;
      }
      common = known ? common : own;
    }
    NumberKinds found = common == null ? ofFirstKnown(node) : common;
    return found != null && allFit(found, node) ? found : null;
  }

  private NumberKinds ofFirstKnown(Node node) {
    for (int j = 0; j < node.operandCount(); j++) {
      int operand = node.operand(j);
      if (graph.node(operand).known() && !graph.node(operand).shape().isScalar()) {
        return ofKnown.computeIfAbsent(operand, this::look).orElse(null);
      }
    }
    return null;
  }

  private Optional<NumberKinds> look(int known) {
    double[] x = values.of(graph.expr(known));
    return Optional.ofNullable(x == null ? null : NumberKinds.of(x))
        .map(found -> alike.computeIfAbsent(found.index(), _ -> found));
  }

  private boolean allFit(NumberKinds found, Node node) {
    for (int j = 0; j < node.operandCount(); j++) {
      Node operand = graph.node(node.operand(j));
      if (operand.known() && !operand.shape().isScalar()) {
        double[] x = values.of(graph.expr(node.operand(j)));
        if (x == null || !found.fits(x)) {
          return false;
        }
      }
    }
    return true;
  }

  private double workOf(Node node) {
    double sum = Cost.of(graph, node);
    for (int j = 0; j < node.operandCount(); j++) {
      sum += work[node.operand(j)];
    }
    return sum;
  }

  /** From the last functions down. */
  private void choose(boolean[] needed) {
    for (int k = needed.length - 1; k >= 0; k--) {
      if (!needed[k] || graph.node(k).known()) {
        continue;
      }
      if (kinds[k] != null && !taken[k] && pays(k)) {
        taken[k] = true;
        last[k] = true;
      }
      Node node = graph.node(k);
      for (int j = 0; j < node.operandCount(); j++) {
        int operand = node.operand(j);
        taken[operand] |= taken[k] && kinds[operand] != null;
      }
    }
  }

  /**
   * Elements are taken by index in the value and added by index in the gradient; a loop over all
   * stays in any case. As measured, half as many exponentials are not worth that.
   */
  private boolean pays(int k) {
    int n = graph.node(k).shape().size();
    return work[k] * (n - kinds[k].count()) / n > 4 * Cost.ofGather(n);
  }
}
