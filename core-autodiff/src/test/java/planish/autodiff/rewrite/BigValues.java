package planish.autodiff.rewrite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Cholesky;
import planish.autodiff.graph.CholeskyAdjoint;
import planish.autodiff.graph.Concatenate;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Diagonal;
import planish.autodiff.graph.DiagonalMatrix;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.LogSumExp;
import planish.autodiff.graph.LowerTriangle;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.Pad;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.Strides;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;

/**
 * Values of graphs with 50 digits: what rewrites are measured against. Checks are not looked at.
 */
public final class BigValues {
  static final MathContext DIGITS = new MathContext(50);

  private final Graph graph;
  private final int[] roots;
  private final boolean[] needed;
  private final BigDecimal[][] known;

  /** Evaluates what is known. */
  public BigValues(Graph graph, List<Expr> roots) {
    this.graph = graph;
    this.roots = roots.stream().mapToInt(graph::indexOf).toArray();
    this.needed = Needed.by(graph, this.roots);
    this.known = new BigDecimal[needed.length][];
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
    BigDecimal[][] values = known.clone();
    for (int k = 0; k < needed.length; k++) {
      if (needed[k] && values[k] == null) {
        values[k] = evaluate(graph.node(k), values, position);
      }
    }
    List<BigDecimal> all = new ArrayList<>();
    for (int root : roots) {
      all.addAll(Arrays.asList(values[root]));
    }
    return all;
  }

  private BigDecimal[] evaluate(Node node, BigDecimal[][] values, double[] position) {
    BigDecimal[][] in = new BigDecimal[node.operandCount()][];
    Arrays.setAll(in, k -> values[node.operand(k)]);
    int n = node.shape().size();
    return switch (node.op()) {
      case Input input -> numbers(Arrays.copyOfRange(position, input.offset(), input.offset() + n));
      case Data data -> numbers(data.values());
      case Unary unary -> map(in[0], BigFunctions.of(unary.function()));
      case Binary binary -> pairs(in[0], in[1], BigFunctions.of(binary.function()));
      case Select _ -> select(in, n);
      case Check _, Reshape _ -> in[0];
      case Dot _ -> number(BigMatrices.dot(in[0], in[1]));
      case OrderedSum sum -> orderedSum(in, sum, n);
      case SumTo sum -> scattered(in[0], sum.index(operand(node, 0)), n);
      case LogSumExp _ -> logSumExp(in[0], n);
      default -> n == 0 ? new BigDecimal[0] : arrays(node, in, n);
    };
  }

  private BigDecimal[] arrays(Node node, BigDecimal[][] in, int n) {
    Shape first = operand(node, 0);
    return switch (node.op()) {
      case Slice slice -> Arrays.copyOfRange(in[0], slice.offset(), slice.offset() + n);
      case Pad pad -> padded(in[0], pad.offset(), n);
      case Gather gather -> taken(in[0], gather.index().values());
      case ScatterAdd scatter -> scattered(in[0], scatter.index().values(), n);
      case Broadcast b -> taken(in[0], Strides.repeated(first, b.result()));
      case Concatenate _ -> Arrays.stream(in).flatMap(Arrays::stream).toArray(BigDecimal[]::new);
      case Transpose _ -> BigMatrices.transposed(in[0], first.length(1));
      case VectorMatrix _ -> BigMatrices.product(in[0], in[1], 1, n);
      case MatrixVector _ -> BigMatrices.product(in[0], in[1], n, 1);
      case MatrixProduct _, Outer _ ->
          BigMatrices.product(in[0], in[1], node.shape().length(0), node.shape().length(1));
      case Cholesky _ -> BigMatrices.cholesky(in[0], first.length(0));
      case CholeskyAdjoint _ -> BigMatrices.choleskyAdjoint(in[0], in[1], first.length(0));
      case TriangularSolve solve -> BigMatrices.solve(in[0], in[1], first.length(0), solve);
      case LowerTriangle lower -> BigMatrices.lower(in[0], first.length(0), lower.diagonal());
      case Diagonal _ -> BigMatrices.diagonal(in[0], n);
      case DiagonalMatrix _ -> BigMatrices.diagonalMatrix(in[0]);
      default -> throw new UnsupportedOperationException(node.toString());
    };
  }

  private Shape operand(Node node, int k) {
    return graph.node(node.operand(k)).shape();
  }

  static BigDecimal[] zeros(int n) {
    BigDecimal[] zeros = new BigDecimal[n];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private static BigDecimal[] number(BigDecimal x) {
    return new BigDecimal[] {x};
  }

  private static BigDecimal[] numbers(double[] x) {
    return Arrays.stream(x).mapToObj(BigValues::number).toArray(BigDecimal[]::new);
  }

  /** Infinities are only ever compared with. */
  private static BigDecimal number(double x) {
    return Double.isInfinite(x)
        ? BigDecimal.valueOf((long) Math.signum(x), -10_000)
        : new BigDecimal(x);
  }

  private static BigDecimal[] taken(BigDecimal[] from, int[] index) {
    return Arrays.stream(index).mapToObj(k -> from[k]).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[] padded(BigDecimal[] x, int offset, int n) {
    BigDecimal[] out = zeros(n);
    System.arraycopy(x, 0, out, offset, x.length);
    return out;
  }

  private static BigDecimal[] scattered(BigDecimal[] x, int[] index, int n) {
    BigDecimal[] out = zeros(n);
    for (int k = 0; k < x.length; k++) {
      out[index[k]] = out[index[k]].add(x[k], DIGITS);
    }
    return out;
  }

  private static BigDecimal[] map(BigDecimal[] x, UnaryOperator<BigDecimal> f) {
    return Arrays.stream(x).map(f).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[] pairs(BigDecimal[] a, BigDecimal[] b, BinaryOperator<BigDecimal> f) {
    BigDecimal[] out = new BigDecimal[a.length == 1 ? b.length : a.length];
    Arrays.setAll(out, k -> f.apply(at(a, k), at(b, k)));
    return out;
  }

  private static BigDecimal[] select(BigDecimal[][] in, int n) {
    BigDecimal[] out = new BigDecimal[n];
    Arrays.setAll(out, k -> at(in[at(in[0], k).signum() != 0 ? 1 : 2], k));
    return out;
  }

  private static BigDecimal at(BigDecimal[] x, int k) {
    return x[x.length == 1 ? 0 : k];
  }

  private static BigDecimal[] orderedSum(BigDecimal[][] in, OrderedSum sum, int n) {
    BigDecimal[] out = zeros(n);
    for (int k = 0; k < in.length; k++) {
      BigDecimal times = new BigDecimal(sum.multiplicities().get(k));
      for (int i = 0; i < n; i++) {
        out[i] = out[i].add(in[k][i].multiply(times), DIGITS);
      }
    }
    return out;
  }

  private static BigDecimal[] logSumExp(BigDecimal[] x, int n) {
    int run = x.length / n;
    BigDecimal[] out = new BigDecimal[n];
    for (int k = 0; k < n; k++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < run; i++) {
        sum = sum.add(BigFunctions.exp(x[k * run + i]), DIGITS);
      }
      out[k] = BigFunctions.log(sum);
    }
    return out;
  }
}
