package planish.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;

/**
 * Values of graphs with 50 digits, and bounds of what rounding errors make of them in double
 * arithmetic: what evaluations and rewrites are measured against. Checks are not looked at.
 */
public final class BigValues {
  /** Of all that is computed. */
  public static final MathContext DIGITS = new MathContext(50);

  private final Graph graph;
  private final int[] roots;
  private final boolean[] needed;
  private final Big[][] known;

  /** Evaluates what is known. */
  public BigValues(Graph graph, List<Expr> roots) {
    this.graph = graph;
    this.roots = roots.stream().mapToInt(graph::indexOf).toArray();
    this.needed = Needed.by(graph, this.roots);
    this.known = new Big[needed.length][];
    for (int k = 0; k < needed.length; k++) {
      if (needed[k] && graph.node(k).known()) {
        known[k] = evaluate(graph.node(k), known, null);
      }
    }
  }

  /** {@return the value of a scalar at a position} */
  public static BigDecimal of(Graph graph, Expr scalar, double... position) {
    return new BigValues(graph, List.of(scalar)).at(position).getFirst();
  }

  /** {@return the roots' elements at a position, one root after the other} */
  public List<BigDecimal> at(double... position) {
    return bounded(numbers(position)).stream().map(Big::number).toList();
  }

  /** {@return the roots' elements and their errors; the position itself has none} */
  public List<Big> bounded(BigDecimal... position) {
    Big[] exact = Arrays.stream(position).map(Big::exactly).toArray(Big[]::new);
    Big[][] values = known.clone();
    for (int k = 0; k < needed.length; k++) {
      if (needed[k] && values[k] == null) {
        values[k] = evaluate(graph.node(k), values, exact);
      }
    }
    return Arrays.stream(roots).boxed().flatMap(root -> Stream.of(values[root])).toList();
  }

  private Big[] evaluate(Node node, Big[][] values, Big[] position) {
    if (node.op() instanceof Input input) {
      int from = input.offset();
      return Arrays.copyOfRange(position, from, from + node.shape().size());
    }
    Big[][] in = new Big[node.operandCount()][];
    Shape[] shapes = new Shape[in.length];
    for (int k = 0; k < in.length; k++) {
      in[k] = values[node.operand(k)];
      shapes[k] = graph.node(node.operand(k)).shape();
    }
    return new BigOperation(in, shapes, node.shape()).of(node.op());
  }

  /** {@return the same numbers} */
  public static BigDecimal[] numbers(double[] x) {
    return Arrays.stream(x).mapToObj(BigValues::number).toArray(BigDecimal[]::new);
  }

  /** Infinities are only ever compared with. */
  private static BigDecimal number(double x) {
    return Double.isInfinite(x)
        ? BigDecimal.valueOf((long) Math.signum(x), -10_000)
        : new BigDecimal(x);
  }

  static Big[] exactly(double[] x) {
    return Arrays.stream(x)
        .mapToObj(number -> Double.isNaN(number) ? Big.NONE : Big.exactly(number(number)))
        .toArray(Big[]::new);
  }

  static Big[] zeros(int n) {
    Big[] zeros = new Big[n];
    Arrays.fill(zeros, Big.ZERO);
    return zeros;
  }
}
