package planish.compiler;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Concatenate;
import planish.autodiff.graph.CumulativeSum;
import planish.autodiff.graph.Diagonal;
import planish.autodiff.graph.DiagonalMatrix;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Extreme;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.GatherAt;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.Pad;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.ScatterAddAt;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.Strides;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * What one node should be, given its operands: written down in the plainest way, one element after
 * the other.
 */
final class NodeReference {
  /** How far functions may be off, relative to what long sums may be. */
  private static final double LAST_BITS = 0.002;

  private final Node node;
  private final double[][] in;
  private final Shape first;
  private final double[] values;

  /** Of sums, their terms' sizes together: what rounding errors are measured by. */
  private final double[] sizes;

  private NodeReference(Graph graph, Node node, double[][] in) {
    this.node = node;
    this.in = in;
    this.first = graph.node(node.operand(0)).shape();
    this.values = new double[node.shape().size()];
    this.sizes = new double[values.length];
  }

  /** {@return the reference, or null for operations that have tests of their own alone} */
  static NodeReference of(Graph graph, Node node, double[][] in) {
    NodeReference reference = new NodeReference(graph, node, in);
    return reference.elements() || reference.sums() ? reference : null;
  }

  double value(int k) {
    return values[k];
  }

  double size(int k) {
    return sizes[k];
  }

  private boolean each(IntToDoubleFunction element) {
    Arrays.setAll(values, element);
    return true;
  }

  private void add(int k, double term) {
    values[k] += term;
    sizes[k] += Math.abs(term);
  }

  private double at(int operand, int k) {
    return in[operand][in[operand].length == 1 ? 0 : k];
  }

  /** Each element for itself. */
  private boolean elements() {
    double[] x = in[0];
    return switch (node.op()) {
      case Unary(UnaryFunction f) -> function(f);
      case Binary(BinaryFunction f) -> pairs(f);
      case Select _ -> each(k -> at(at(0, k) != 0 && at(0, k) == at(0, k) ? 1 : 2, k));
      case Check _, Reshape _ -> each(k -> x[k]);
      case Slice slice -> each(k -> x[slice.offset() + k]);
      case Pad pad -> each(k -> inside(x, k - pad.offset()));
      case Gather gather -> taken(gather.index().values());
      case Broadcast b -> taken(Strides.repeated(first, b.result()));
      case GatherAt _ -> each(k -> x[(int) in[1][k]]);
      case Concatenate _ -> concatenated();
      case Transpose _ -> each(k -> x[k % first.length(0) * first.length(1) + k / first.length(0)]);
      case Diagonal _ -> each(k -> x[k * values.length + k]);
      case DiagonalMatrix _ -> each(k -> k / x.length == k % x.length ? x[k % x.length] : 0);
      case Outer _ -> each(k -> x[k / in[1].length] * in[1][k % in[1].length]);
      case Extreme extreme -> extremes(extreme);
      default -> false;
    };
  }

  private static double inside(double[] x, int k) {
    return k < 0 || k >= x.length ? 0 : x[k];
  }

  private boolean taken(int[] index) {
    return each(k -> in[0][index[k]]);
  }

  private boolean concatenated() {
    double[] all = Arrays.stream(in).flatMapToDouble(Arrays::stream).toArray();
    return each(k -> all[k]);
  }

  private boolean extremes(Extreme extreme) {
    int run = in[0].length / Math.max(1, values.length);
    return each(k -> {
      double best = in[0][k * run];
      for (int i = 1; i < run; i++) {
        double next = in[0][k * run + i];
        best = extreme.greatest() ? Math.max(best, next) : Math.min(best, next);
      }
      return best;
    });
  }

  private boolean function(UnaryFunction f) {
    DoubleUnaryOperator g =
        switch (f) {
          case NEGATE -> x -> -x;
          case ABS -> Math::abs;
          case SIGN -> Math::signum;
          case SQUARE -> x -> x * x;
          case RECIPROCAL -> x -> 1 / x;
          case SQRT -> Math::sqrt;
          case EXP -> StrictMath::exp;
          case EXPM1 -> StrictMath::expm1;
          case LOG -> StrictMath::log;
          case LOG1P -> StrictMath::log1p;
          case TANH -> StrictMath::tanh;
          case ATAN -> StrictMath::atan;
          default -> null;
        };
    if (g != null) {
      each(k -> g.applyAsDouble(in[0][k]));
      Arrays.setAll(sizes, k -> LAST_BITS * Math.abs(values[k]));
    }
    return g != null;
  }

  private boolean pairs(BinaryFunction f) {
    DoubleBinaryOperator g =
        switch (f) {
          case ADD -> Double::sum;
          case SUBTRACT -> (a, b) -> a - b;
          case MULTIPLY -> (a, b) -> a * b;
          case DIVIDE -> (a, b) -> a / b;
          case MINIMUM -> Math::min;
          case MAXIMUM -> Math::max;
          case LESS -> (a, b) -> a < b ? 1 : 0;
          case LESS_OR_EQUAL -> (a, b) -> a <= b ? 1 : 0;
          case EQUAL -> (a, b) -> a == b ? 1 : 0;
          default -> null;
        };
    return g != null && each(k -> g.applyAsDouble(at(0, k), at(1, k)));
  }

  private boolean sums() {
    switch (node.op()) {
      case SumTo sum -> scattered(sum.index(first), in[0]);
      case ScatterAdd scatter -> scattered(scatter.index().values(), in[0]);
      case ScatterAddAt _ ->
          scattered(Arrays.stream(in[0]).mapToInt(index -> (int) index).toArray(), in[1]);
      case OrderedSum sum -> ordered(sum);
      case CumulativeSum sum -> running(sum.reverse());
      case Dot _ -> product(1, 1);
      case SumLog1pExp _ -> softplus();
      case VectorMatrix _ -> product(1, values.length);
      case MatrixVector _ -> product(values.length, 1);
      case MatrixProduct _ -> product(node.shape().length(0), node.shape().length(1));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void scattered(int[] index, double[] x) {
    for (int k = 0; k < x.length; k++) {
      add(index[k], x[k]);
    }
  }

  /** The error of a term is that of 1 + exp(-|x|). */
  private void softplus() {
    for (double x : in[0]) {
      add(0, Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
      sizes[0]++;
    }
  }

  private void ordered(OrderedSum sum) {
    for (int term = 0; term < in.length; term++) {
      for (int k = 0; k < values.length; k++) {
        add(k, sum.multiplicities().get(term) * in[term][k]);
      }
    }
  }

  /** Of a vector. */
  private void running(boolean reverse) {
    int n = values.length;
    for (int step = 0; step < n; step++) {
      int k = reverse ? n - 1 - step : step;
      int last = reverse ? k + 1 : k - 1;
      values[k] = step == 0 ? 0 : values[last];
      sizes[k] = step == 0 ? 0 : sizes[last];
      add(k, in[0][k]);
    }
  }

  private void product(int rows, int columns) {
    int inner = rows == 0 ? 0 : in[0].length / rows;
    for (int k = 0; k < values.length; k++) {
      for (int i = 0; i < inner; i++) {
        add(k, in[0][k / columns * inner + i] * in[1][i * columns + k % columns]);
      }
    }
  }
}
