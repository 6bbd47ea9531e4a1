package planish.autodiff.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import planish.autodiff.Shape;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/**
 * The values of nodes that depend on data alone, each evaluated when it is first asked for: what
 * rewrites look at. Belongs to one thread.
 */
public final class KnownValues {
  private final Graph graph;
  private final Map<Integer, double[]> values = new HashMap<>();

  /**
   * Without any values yet.
   *
   * @param graph whose nodes are asked for
   */
  public KnownValues(Graph graph) {
    this.graph = graph;
  }

  /**
   * {@return the values of a known expression, row by row, not to be changed; null if a check among
   * what it depends on fails, which is told elsewhere}
   *
   * @param expr a known node, or a constant
   * @throws IllegalArgumentException if it depends on more than data
   */
  public double[] of(Expr expr) {
    int index = graph.indexOf(expr);
    if (!graph.node(index).known()) {
      throw new IllegalArgumentException(expr + " is not known");
    }
    for (int k : missing(index)) {
      values.put(k, evaluate(graph.node(k)));
    }
    return values.get(index);
  }

  /**
   * {@return the values if all of them are finite numbers, otherwise null}
   *
   * @param expr a known node, or a constant
   */
  public double[] finite(Expr expr) {
    double[] found = of(expr);
    return found == null || !allFinite(found) ? null : found;
  }

  /**
   * {@return whether there is neither an infinite number nor a NaN}
   *
   * @param x numbers
   */
  public static boolean allFinite(double[] x) {
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
    double[] out = room(node.op(), operands, node.shape());
    return evaluation(node.op(), operands, out).run() ? out : null;
  }

  /** {@return the values of an operation on constants} */
  static double[] of(Op op, Op.Operand[] operands, Shape shape) {
    double[] out = room(op, operands, shape);
    Evaluation evaluation = evaluation(op, operands, out);
    if (!evaluation.run()) {
      Evaluation.Failure failure = evaluation.failure();
      throw new IllegalArgumentException(failure.message() + ": " + failure.value());
    }
    return out;
  }

  private static Evaluation evaluation(Op op, Op.Operand[] operands, double[] out) {
    return op.bind(PlainContext.INSTANCE, operands, new Window(out, 0));
  }

  /** {@return an array for the result, which for a view of all of an operand is the operand's} */
  private static double[] room(Op op, Op.Operand[] operands, Shape shape) {
    int size = shape.size();
    int view = op.viewOffset();
    if (view < 0) {
      return new double[size];
    }
    double[] whole = operands[0].array();
    boolean all = view == 0 && size == whole.length;
    return all ? whole : Arrays.copyOfRange(whole, view, view + size);
  }

  /** What is known is evaluated on plain loops and never draws. */
  private enum PlainContext implements Op.Context {
    INSTANCE;

    @Override
    public VectorLoops loops() {
      return Loops.plain();
    }

    @Override
    public RandomGenerator random() {
      return new Random(0);
    }
  }
}
