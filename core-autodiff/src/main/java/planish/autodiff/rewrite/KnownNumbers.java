package planish.autodiff.rewrite;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Window;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** The values of nodes that depend on data alone, each evaluated when it is first asked for. */
final class KnownNumbers implements Op.Context {
  private final Graph graph;
  private final Map<Integer, double[]> values = new HashMap<>();

  KnownNumbers(Graph graph) {
    this.graph = graph;
  }

  /**
   * {@return the values of a known expression, not to be changed; null if a check among what it
   * depends on fails, which is told elsewhere}
   */
  double[] of(Expr expr) {
    int index = graph.indexOf(expr);
    if (!graph.node(index).known()) {
      throw new IllegalArgumentException(expr + " is not known");
    }
    for (int k : missing(index)) {
      values.put(k, evaluate(graph.node(k)));
    }
    return values.get(index);
  }

  /** {@return the values if all of them are finite numbers, otherwise null} */
  double[] finite(Expr expr) {
    double[] found = of(expr);
    return found == null || !allFinite(found) ? null : found;
  }

  static boolean allFinite(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v - v;
    }
    return sum == 0;
  }

  private Iterable<Integer> missing(int index) {
    TreeSet<Integer> found = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(index);
    while (!open.isEmpty()) {
      int k = open.pop();
      if (!values.containsKey(k) && found.add(k)) {
        Node node = graph.node(k);
        for (int j = 0; j < node.operandCount(); j++) {
          open.push(node.operand(j));
        }
      }
    }
    return found;
  }

  private double[] evaluate(Node node) {
    if (node.op() instanceof Data data) {
      return data.values();
    }
    Op.Operand[] operands = new Op.Operand[node.operandCount()];
    for (int j = 0; j < operands.length; j++) {
      double[] value = values.get(node.operand(j));
      if (value == null) {
        return null;
      }
      operands[j] = new Op.Operand(new Window(value, 0), graph.node(node.operand(j)).shape());
    }
    return run(node, operands);
  }

  private double[] run(Node node, Op.Operand[] operands) {
    int size = node.shape().size();
    int view = node.op().viewOffset();
    double[] out = view < 0 ? new double[size] : viewed(values.get(node.operand(0)), view, size);
    Evaluation evaluation = node.op().bind(this, operands, new Window(out, 0));
    return evaluation.run() ? out : null;
  }

  private static double[] viewed(double[] whole, int from, int size) {
    return from == 0 && size == whole.length ? whole : Arrays.copyOfRange(whole, from, from + size);
  }

  @Override
  public VectorLoops loops() {
    return Loops.plain();
  }

  /** What is known never draws. */
  @Override
  public RandomGenerator random() {
    return new Random(0);
  }
}
