package planish.autodiff.rewrite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.Strides;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.basics.Needed;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** Values of graphs with 50 digits: what rewrites are measured against. */
final class BigValues {
  private static final MathContext DIGITS = new MathContext(50);
  private static final MathContext MORE = new MathContext(60);

  private final Graph graph;
  private final BigDecimal[][] values;
  private final double[] position;

  private BigValues(Graph graph, double[] position) {
    this.graph = graph;
    this.position = position;
    this.values = new BigDecimal[graph.size()][];
  }

  /** {@return the value of a scalar at a position} */
  static BigDecimal of(Graph graph, Expr scalar, double... position) {
    int root = graph.indexOf(scalar);
    BigValues big = new BigValues(graph, position);
    boolean[] needed = Needed.by(graph, root);
    for (int k = 0; k <= root; k++) {
      if (needed[k]) {
        big.values[k] = big.evaluate(graph.node(k));
      }
    }
    return big.values[root][0];
  }

  private BigDecimal[] evaluate(Node node) {
    int n = node.shape().size();
    return switch (node.op()) {
      case Input input -> numbers(Arrays.copyOfRange(position, input.offset(), input.offset() + n));
      case Data data -> numbers(data.values());
      case Unary(UnaryFunction f) -> map(operand(node, 0), unary(f));
      case Binary(BinaryFunction f) -> pairs(node, binary(f));
      case Reshape _, Check _ -> operand(node, 0);
      case Slice slice -> Arrays.copyOfRange(operand(node, 0), slice.offset(), slice.offset() + n);
      case Transpose _ -> transposed(operand(node, 0), node.shape().length(1));
      case Gather gather -> taken(operand(node, 0), gather.index().values());
      case Broadcast b ->
          taken(
              operand(node, 0), Strides.repeated(graph.node(node.operand(0)).shape(), b.result()));
      case Select _ -> select(node);
      case SumTo _ when n == 1 -> new BigDecimal[] {sum(operand(node, 0))};
      case Dot _ -> new BigDecimal[] {sum(pairs(node, (a, b) -> a.multiply(b, DIGITS)))};
      case OrderedSum sum -> orderedSum(node, sum);
      case VectorMatrix _ -> product(node);
      default -> throw new UnsupportedOperationException(node.toString());
    };
  }

  private BigDecimal[] operand(Node node, int k) {
    return values[node.operand(k)];
  }

  private static BigDecimal[] numbers(double[] x) {
    return Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[] taken(BigDecimal[] from, int[] index) {
    return Arrays.stream(index).mapToObj(k -> from[k]).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[] map(BigDecimal[] x, UnaryOperator<BigDecimal> f) {
    return Arrays.stream(x).map(f).toArray(BigDecimal[]::new);
  }

  private BigDecimal[] pairs(Node node, BinaryOperator<BigDecimal> f) {
    BigDecimal[] a = operand(node, 0);
    BigDecimal[] b = operand(node, 1);
    BigDecimal[] out = new BigDecimal[a.length == 1 ? b.length : a.length];
    Arrays.setAll(out, k -> f.apply(at(a, k), at(b, k)));
    return out;
  }

  private static BigDecimal[] transposed(BigDecimal[] x, int columns) {
    BigDecimal[] out = new BigDecimal[x.length];
    int rows = x.length / columns;
    Arrays.setAll(out, k -> x[k % columns * rows + k / columns]);
    return out;
  }

  private BigDecimal[] select(Node node) {
    BigDecimal[] out = new BigDecimal[node.shape().size()];
    for (int k = 0; k < out.length; k++) {
      BigDecimal condition = at(operand(node, 0), k);
      out[k] = at(operand(node, condition.signum() != 0 ? 1 : 2), k);
    }
    return out;
  }

  private static BigDecimal at(BigDecimal[] x, int k) {
    return x[x.length == 1 ? 0 : k];
  }

  private BigDecimal[] orderedSum(Node node, OrderedSum sum) {
    BigDecimal[] out = new BigDecimal[node.shape().size()];
    Arrays.fill(out, BigDecimal.ZERO);
    for (int k = 0; k < node.operandCount(); k++) {
      BigDecimal times = new BigDecimal(sum.multiplicities().get(k));
      for (int i = 0; i < out.length; i++) {
        out[i] = out[i].add(operand(node, k)[i].multiply(times), DIGITS);
      }
    }
    return out;
  }

  private BigDecimal[] product(Node node) {
    BigDecimal[] x = operand(node, 0);
    BigDecimal[] m = operand(node, 1);
    BigDecimal[] out = new BigDecimal[node.shape().size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = BigDecimal.ZERO;
      for (int j = 0; j < x.length; j++) {
        out[i] = out[i].add(x[j].multiply(m[j * out.length + i]), DIGITS);
      }
    }
    return out;
  }

  private static BigDecimal sum(BigDecimal[] x) {
    return Arrays.stream(x).reduce(BigDecimal.ZERO, (a, b) -> a.add(b, DIGITS));
  }

  private static UnaryOperator<BigDecimal> unary(UnaryFunction f) {
    return switch (f) {
      case NEGATE -> BigDecimal::negate;
      case SQUARE -> x -> x.multiply(x, DIGITS);
      case SQRT -> x -> x.sqrt(DIGITS);
      case EXP -> BigValues::exp;
      case LOG -> BigValues::log;
      case LOG1P_EXP -> x -> log(exp(x).add(BigDecimal.ONE));
      case LOG_GAMMA -> x -> log(factorial(x.intValueExact() - 1));
      default -> throw new UnsupportedOperationException(f.toString());
    };
  }

  private static BinaryOperator<BigDecimal> binary(BinaryFunction f) {
    return switch (f) {
      case ADD -> (a, b) -> a.add(b, DIGITS);
      case SUBTRACT -> (a, b) -> a.subtract(b, DIGITS);
      case MULTIPLY -> (a, b) -> a.multiply(b, DIGITS);
      case DIVIDE -> (a, b) -> a.divide(b, DIGITS);
      case LESS -> (a, b) -> a.compareTo(b) < 0 ? BigDecimal.ONE : BigDecimal.ZERO;
      case EQUAL -> (a, b) -> a.compareTo(b) == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
      default -> throw new UnsupportedOperationException(f.toString());
    };
  }

  private static BigDecimal factorial(int n) {
    BigDecimal product = BigDecimal.ONE;
    for (int k = 2; k <= n; k++) {
      product = product.multiply(BigDecimal.valueOf(k));
    }
    return product;
  }

  /** By Taylor's series of a part in 2^20, squared 20 times. */
  static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.divide(BigDecimal.valueOf(1 << 20), MORE);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; k < 20; k++) {
      term = term.multiply(small, MORE).divide(BigDecimal.valueOf(k), MORE);
      sum = sum.add(term, MORE);
    }
    for (int k = 0; k < 20; k++) {
      sum = sum.multiply(sum, MORE);
    }
    return sum;
  }

  /** By Newton's steps from the double's. */
  static BigDecimal log(BigDecimal x) {
    BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
    for (int k = 0; k < 2; k++) {
      BigDecimal e = exp(y);
      y = y.add(x.subtract(e).divide(e, MORE).subtract(half(x.subtract(e).divide(e, MORE))), MORE);
    }
    return y;
  }

  /** The second term of Newton's step for the logarithm: r - r²/2 leaves an error of r³. */
  private static BigDecimal half(BigDecimal r) {
    return r.multiply(r, MORE).divide(BigDecimal.valueOf(2), MORE);
  }
}
