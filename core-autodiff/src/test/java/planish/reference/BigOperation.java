package planish.reference;

import static planish.reference.BigValues.zeros;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Cholesky;
import planish.autodiff.graph.CholeskyAdjoint;
import planish.autodiff.graph.Concatenate;
import planish.autodiff.graph.CumulativeSum;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Diagonal;
import planish.autodiff.graph.DiagonalMatrix;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.External;
import planish.autodiff.graph.ExternalFunction;
import planish.autodiff.graph.Extreme;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.GatherAt;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.LogSumExp;
import planish.autodiff.graph.LowerTriangle;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.Pad;
import planish.autodiff.graph.RandomDraw;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.ScatterAddAt;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.Strides;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.vector.UnaryFunction;

/**
 * One operation on numbers of 50 digits. A new operation does not compile without a case of its own
 * here.
 */
final class BigOperation {
  /** The index that a number which does not exist stands for. */
  private static final int NOWHERE = -1;

  private final Big[][] in;
  private final Shape[] shapes;
  private final Shape shape;
  private final int n;

  BigOperation(Big[][] in, Shape[] shapes, Shape shape) {
    this.in = in;
    this.shapes = shapes;
    this.shape = shape;
    this.n = shape.size();
  }

  Big[] of(Op op) {
    return n == 0 ? new Big[0] : some(op);
  }

  private Big[] some(Op op) {
    return switch (op) {
      case Data data -> BigValues.exactly(data.values());
      case Unary unary -> map(BigElements.of(unary.function()));
      case Binary binary -> pairs(BigElements.of(binary.function()));
      case Select _ -> selected();
      case Check _, Reshape _ -> in[0];
      case Slice slice -> Arrays.copyOfRange(in[0], slice.offset(), slice.offset() + n);
      case Pad pad -> padded(pad.offset());
      case Gather gather -> taken(gather.index().values());
      case GatherAt _ -> taken(indices(in[1]));
      case Broadcast b -> taken(Strides.repeated(shapes[0], b.result()));
      case Concatenate _ -> Arrays.stream(in).flatMap(Arrays::stream).toArray(Big[]::new);
      case Dot _,
          OrderedSum _,
          SumTo _,
          ScatterAdd _,
          ScatterAddAt _,
          CumulativeSum _,
          LogSumExp _,
          SumLog1pExp _,
          Extreme _ ->
          sums(op);
      case VectorMatrix _,
          MatrixVector _,
          MatrixProduct _,
          Outer _,
          Transpose _,
          Cholesky _,
          CholeskyAdjoint _,
          TriangularSolve _,
          LowerTriangle _,
          Diagonal _,
          DiagonalMatrix _ ->
          matrices(op);
      case Scan scan -> BigScan.of(scan, in, shapes);
      case External external -> external(external.function());
      case Input _, RandomDraw _ -> throw new UnsupportedOperationException(op.toString());
    };
  }

  private Big[] external(ExternalFunction function) {
    if (function instanceof ExactFunction exact) {
      return exact.exactly(in);
    }
    throw new UnsupportedOperationException(function.name() + " in 50 digits");
  }

  private Big[] sums(Op op) {
    return switch (op) {
      case Dot _ -> new Big[] {BigMatrices.dot(in[0], in[1])};
      case OrderedSum sum -> ordered(sum);
      case SumTo sum -> scattered(in[0], sum.index(shapes[0]));
      case ScatterAdd scatter -> scattered(in[0], scatter.index().values());
      case ScatterAddAt _ -> scattered(in[1], indices(in[0]));
      case CumulativeSum sum -> running(sum);
      case LogSumExp _ -> runs(BigOperation::logSumExp);
      case SumLog1pExp _ -> new Big[] {softplus(in[0])};
      case Extreme extreme -> runs(run -> extreme(extreme.greatest(), run));
      default -> throw new IllegalArgumentException(op.toString());
    };
  }

  private Big[] matrices(Op op) {
    int rows = shapes[0].length(0);
    return switch (op) {
      case VectorMatrix _ -> BigMatrices.product(in[0], in[1], 1, n);
      case MatrixVector _ -> BigMatrices.product(in[0], in[1], n, 1);
      case MatrixProduct _, Outer _ ->
          BigMatrices.product(in[0], in[1], shape.length(0), shape.length(1));
      case Transpose _ -> BigMatrices.transposed(in[0], shapes[0].length(1));
      case Cholesky _ -> BigMatrices.cholesky(in[0], rows);
      case CholeskyAdjoint _ -> BigMatrices.choleskyAdjoint(in[0], in[1], rows);
      case TriangularSolve solve -> BigMatrices.solve(in[0], in[1], rows, solve);
      case LowerTriangle lower -> BigMatrices.lower(in[0], rows, lower.diagonal());
      case Diagonal _ -> BigMatrices.diagonal(in[0], n);
      case DiagonalMatrix _ -> BigMatrices.diagonalMatrix(in[0]);
      default -> throw new IllegalArgumentException(op.toString());
    };
  }

  private Big[] map(UnaryOperator<Big> f) {
    return Arrays.stream(in[0]).map(f).toArray(Big[]::new);
  }

  private Big at(int operand, int k) {
    return in[operand][in[operand].length == 1 ? 0 : k];
  }

  private Big[] pairs(BinaryOperator<Big> f) {
    Big[] out = new Big[n];
    Arrays.setAll(out, k -> f.apply(at(0, k), at(1, k)));
    return out;
  }

  private Big[] selected() {
    Big[] out = new Big[n];
    Arrays.setAll(out, k -> Big.select(at(0, k), at(1, k), at(2, k)));
    return out;
  }

  private Big[] padded(int offset) {
    Big[] out = zeros(n);
    System.arraycopy(in[0], 0, out, offset, in[0].length);
    return out;
  }

  private Big[] taken(int[] index) {
    return Arrays.stream(index)
        .mapToObj(k -> k == NOWHERE ? Big.NONE : in[0][k])
        .toArray(Big[]::new);
  }

  private static int[] indices(Big[] x) {
    return Arrays.stream(x)
        .mapToInt(index -> index.exists() ? index.number().intValueExact() : NOWHERE)
        .toArray();
  }

  private Big[] scattered(Big[] x, int[] index) {
    Big[] out = zeros(n);
    for (int k = 0; k < x.length; k++) {
      if (index[k] == NOWHERE) {
        Arrays.fill(out, Big.NONE);
        return out;
      }
      out[index[k]] = out[index[k]].plus(x[k]);
    }
    return out;
  }

  private Big[] ordered(OrderedSum sum) {
    Big[] out = zeros(n);
    for (int k = 0; k < in.length; k++) {
      double times = sum.multiplicities().get(k);
      for (int i = 0; i < n; i++) {
        out[i] = out[i].plus(in[k][i].times(times));
      }
    }
    return out;
  }

  /** Elements of one line stand as far apart as there are elements in the axes after it. */
  private Big[] running(CumulativeSum sum) {
    int step = shape.last(shape.rank() - sum.axis() - 1).size();
    int length = shape.length(sum.axis());
    Big[] out = in[0].clone();
    for (int i = 0; i < n; i++) {
      int k = sum.reverse() ? n - 1 - i : i;
      int row = k / step % length;
      if (row != (sum.reverse() ? length - 1 : 0)) {
        out[k] = out[sum.reverse() ? k + step : k - step].plus(in[0][k]);
      }
    }
    return out;
  }

  private interface OfRun {
    Big of(Big[] run);
  }

  private Big[] runs(OfRun f) {
    Big[] out = new Big[n];
    int length = in[0].length / n;
    Arrays.setAll(out, k -> f.of(Arrays.copyOfRange(in[0], k * length, (k + 1) * length)));
    return out;
  }

  private static Big extreme(boolean greatest, Big[] run) {
    return Arrays.stream(run).reduce((a, b) -> Big.extreme(greatest, a, b)).orElse(Big.NONE);
  }

  private static Big logSumExp(Big[] run) {
    Big greatest = extreme(true, run);
    UnaryOperator<Big> exp = BigElements.of(UnaryFunction.EXP);
    Big sum = Big.ZERO;
    for (Big x : run) {
      sum = sum.plus(exp.apply(x.minus(greatest)));
    }
    UnaryOperator<Big> log = BigElements.of(UnaryFunction.LOG);
    return greatest.plus(log.apply(sum));
  }

  /** The error of a term is that of 1 + exp(-|x|). */
  private static Big softplus(Big[] x) {
    Big sum = Big.ZERO;
    for (Big term : x) {
      sum = sum.plus(BigElements.of(UnaryFunction.LOG1P_EXP).apply(term));
    }
    return Big.of(sum.number(), sum.error() + Big.UNIT * x.length);
  }
}
