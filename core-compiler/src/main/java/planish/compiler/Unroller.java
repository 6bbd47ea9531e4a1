package planish.compiler;

import java.util.Arrays;
import java.util.List;
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
import planish.autodiff.graph.Input;
import planish.autodiff.graph.LogSumExp;
import planish.autodiff.graph.LowerTriangle;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.Pad;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Operations on short arrays as statements on their elements, each with the operations of its loop
 * in the order of its loop.
 */
final class Unroller {
  private final Nodes nodes;
  private final List<Step> steps;
  private int temporary;

  /**
   * An unroller.
   *
   * @param nodes whose operations are unrolled
   * @param steps where the statements go
   */
  Unroller(Nodes nodes, List<Step> steps) {
    this.nodes = nodes;
    this.steps = steps;
    this.temporary = nodes.slots();
  }

  /** {@return the number of slots, temporary ones included} */
  int slots() {
    return temporary;
  }

  void unroll(int k) {
    Operand[] in = nodes.operands(k);
    int out = nodes.offset(k);
    int n = nodes.size(k);
    switch (nodes.op(k)) {
      case Input input -> {
        for (int e = 0; e < n; e++) {
          steps.add(new Step.Read(input.kind().ordinal(), input.offset() + e, out + e));
        }
      }
      case Check check -> {
        for (int e = 0; e < in[1].size(); e++) {
          steps.add(new Step.Guard(in[1].at(e)));
        }
      }
      case Unary unary -> {
        for (int e = 0; e < n; e++) {
          steps.add(new Step.Unary(unary.function(), in[0].at(e), out + e));
        }
      }
      case Binary binary -> {
        for (int e = 0; e < n; e++) {
          steps.add(new Step.Binary(binary.function(), in[0].at(e), in[1].at(e), out + e));
        }
      }
      case Select select -> {
        for (int e = 0; e < n; e++) {
          steps.add(new Step.Select(in[0].at(e), in[1].at(e), in[2].at(e), out + e));
        }
      }
      case OrderedSum sum -> {
        for (int e = 0; e < n; e++) {
          orderedSum(sum, in, e, out + e);
        }
      }
      case Broadcast broadcast -> moved(in[0], broadcast.index(in[0].shape()), out);
      case Gather gather -> moved(in[0], gather.index().values(), out);
      case Transpose transpose -> moved(in[0], transposed(in[0].shape()), out);
      case Concatenate concatenate -> concatenate(in, out);
      case Pad pad -> pad(pad, in[0], out, n);
      case Outer outer -> outer(in[0], in[1], out);
      case CumulativeSum sum -> cumulativeSum(sum, in[0], out);
      case SumTo sum -> sumTo(sum, in[0], out, n);
      case Dot dot -> copy(dot(in[0], 0, in[1], 0, in[0].size()), out);
      case ScatterAdd scatter -> scatter(scatter.index().values(), in[0], out, n);
      case VectorMatrix product -> combination(in[0], 0, in[1], n, out);
      case MatrixVector product -> dots(in[0], in[1], out, n);
      case MatrixProduct product -> product(in[0], in[1], out);
      case Extreme extreme -> runs(in[0], out, n, (from, run) -> extreme(extreme.greatest(), from));
      case LogSumExp sum -> runs(in[0], out, n, (from, run) -> logSumExp(from));
      case Diagonal diagonal -> diagonal(in[0], out, n);
      case DiagonalMatrix diagonal -> diagonalMatrix(in[0], out);
      case LowerTriangle triangle -> lowerTriangle(triangle, in[0], out);
      default -> throw new IllegalArgumentException("not to be unrolled: " + nodes.op(k));
    }
  }

  private void copy(Arg a, int out) {
    steps.add(new Step.Copy(a, out));
  }

  private Arg unary(UnaryFunction f, Arg a) {
    steps.add(new Step.Unary(f, a, temporary));
    return new Arg.Slot(temporary++);
  }

  private Arg binary(BinaryFunction f, Arg a, Arg b) {
    steps.add(new Step.Binary(f, a, b, temporary));
    return new Arg.Slot(temporary++);
  }

  private Arg add(Arg a, Arg b) {
    return binary(BinaryFunction.ADD, a, b);
  }

  private Arg fma(Arg a, Arg b, Arg c) {
    steps.add(new Step.Fma(a, b, c, temporary));
    return new Arg.Slot(temporary++);
  }

  private void orderedSum(OrderedSum sum, Operand[] terms, int element, int out) {
    Arg total = Arg.ZERO;
    for (int j = 0; j < terms.length; j++) {
      Arg term = terms[j].at(element);
      int times = sum.multiplicities().get(j);
      total = times == 1 ? add(term, total) : fma(new Arg.Number(times), term, total);
    }
    copy(total, out);
  }

  private void moved(Operand in, int[] index, int out) {
    for (int e = 0; e < index.length; e++) {
      copy(in.at(index[e]), out + e);
    }
  }

  /** For each element of a matrix's transpose its index in the matrix. */
  static int[] transposed(Shape shape) {
    int rows = shape.length(0);
    int columns = shape.length(1);
    int[] index = new int[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        index[j * rows + i] = i * columns + j;
      }
    }
    return index;
  }

  private void concatenate(Operand[] in, int out) {
    int at = out;
    for (Operand part : in) {
      for (int e = 0; e < part.size(); e++) {
        copy(part.at(e), at++);
      }
    }
  }

  private void pad(Pad pad, Operand in, int out, int n) {
    for (int e = 0; e < n; e++) {
      int k = e - pad.offset();
      copy(k >= 0 && k < in.size() ? in.at(k) : Arg.ZERO, out + e);
    }
  }

  private void outer(Operand a, Operand b, int out) {
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        steps.add(
            new Step.Binary(BinaryFunction.MULTIPLY, a.at(i), b.at(j), out + i * b.size() + j));
      }
    }
  }

  private void cumulativeSum(CumulativeSum sum, Operand in, int out) {
    Shape shape = in.shape();
    int length = shape.length(sum.axis());
    int inner = shape.last(shape.rank() - sum.axis() - 1).size();
    for (int at = 0; at < in.size(); at += length * inner) {
      for (int i = 0; i < inner; i++) {
        Arg total = Arg.ZERO;
        for (int t = 0; t < length; t++) {
          int k = at + i + (sum.reverse() ? length - 1 - t : t) * inner;
          total = add(total, in.at(k));
          copy(total, out + k);
        }
      }
    }
  }

  private void sumTo(SumTo sum, Operand in, int out, int n) {
    if (sum.sumsRuns(in.shape())) {
      runs(in, out, n, (from, run) -> sum(from));
    } else {
      // Rows are added by fma(1, x, ·), which is an addition.
      scatter(sum.index(in.shape()), in, out, n);
    }
  }

  /** A function of neighbours. */
  private interface RunFunction {
    Arg of(Arg[] elements, int run);
  }

  private void runs(Operand in, int out, int results, RunFunction f) {
    int run = results == 0 ? 0 : in.size() / results;
    for (int k = 0; k < results; k++) {
      Arg[] elements = new Arg[run];
      for (int e = 0; e < run; e++) {
        elements[e] = in.at(k * run + e);
      }
      copy(f.of(elements, run), out + k);
    }
  }

  private Arg sum(Arg[] elements) {
    Arg[] lanes = new Arg[8];
    Arrays.fill(lanes, Arg.ZERO);
    for (int e = 0; e < elements.length; e++) {
      lanes[e % 8] = add(lanes[e % 8], elements[e]);
    }
    return combine(lanes);
  }

  private Arg dot(Operand a, int from, Operand b, int start, int n) {
    Arg[] lanes = new Arg[8];
    Arrays.fill(lanes, Arg.ZERO);
    for (int e = 0; e < n; e++) {
      lanes[e % 8] = fma(a.at(from + e), b.at(start + e), lanes[e % 8]);
    }
    return combine(lanes);
  }

  private Arg combine(Arg[] l) {
    return together(
        together(together(l[0], l[4]), together(l[2], l[6])),
        together(together(l[1], l[5]), together(l[3], l[7])));
  }

  /** An addition, left out where both are zero. */
  private Arg together(Arg a, Arg b) {
    return a == Arg.ZERO && b == Arg.ZERO ? Arg.ZERO : add(a, b);
  }

  private void scatter(int[] index, Operand in, int out, int n) {
    Arg[] totals = new Arg[n];
    Arrays.fill(totals, Arg.ZERO);
    for (int e = 0; e < index.length; e++) {
      totals[index[e]] = add(totals[index[e]], in.at(e));
    }
    for (int k = 0; k < n; k++) {
      copy(totals[k], out + k);
    }
  }

  /** out[i] = the chain fma(m[j, i], x[j], ·) over the rows j of m. */
  private void combination(Operand x, int from, Operand m, int columns, int out) {
    int rows = m.shape().length(0);
    for (int i = 0; i < columns; i++) {
      Arg total = Arg.ZERO;
      for (int j = 0; j < rows; j++) {
        total = fma(m.at(j * columns + i), x.at(from + j), total);
      }
      copy(total, out + i);
    }
  }

  private void dots(Operand m, Operand r, int out, int n) {
    for (int j = 0; j < n; j++) {
      copy(dot(m, j * r.size(), r, 0, r.size()), out + j);
    }
  }

  private void product(Operand a, Operand b, int out) {
    int inner = a.shape().length(1);
    int columns = b.shape().length(1);
    for (int i = 0; i < a.shape().length(0); i++) {
      combination(a, i * inner, b, columns, out + i * columns);
    }
  }

  private Arg extreme(boolean greatest, Arg[] elements) {
    Arg found = new Arg.Number(greatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    for (Arg element : elements) {
      found = binary(greatest ? BinaryFunction.MAXIMUM : BinaryFunction.MINIMUM, found, element);
    }
    return found;
  }

  private Arg logSumExp(Arg[] elements) {
    Arg m = extreme(true, elements);
    Arg[] exponentials = new Arg[elements.length];
    for (int e = 0; e < elements.length; e++) {
      exponentials[e] = unary(UnaryFunction.EXP, binary(BinaryFunction.SUBTRACT, elements[e], m));
    }
    Arg finite =
        binary(
            BinaryFunction.LESS,
            unary(UnaryFunction.ABS, m),
            new Arg.Number(Double.POSITIVE_INFINITY));
    Arg whole = add(m, unary(UnaryFunction.LOG, sum(exponentials)));
    steps.add(new Step.Select(finite, whole, m, temporary));
    return new Arg.Slot(temporary++);
  }

  private void diagonal(Operand in, int out, int n) {
    for (int i = 0; i < n; i++) {
      copy(in.at(i * in.shape().length(0) + i), out + i);
    }
  }

  private void diagonalMatrix(Operand in, int out) {
    int n = in.size();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        copy(i == j ? in.at(i) : Arg.ZERO, out + i * n + j);
      }
    }
  }

  private void lowerTriangle(LowerTriangle triangle, Operand in, int out) {
    int columns = in.shape().length(1);
    for (int k = 0; k < in.size(); k++) {
      int i = k / columns;
      int j = k % columns;
      if (i == j) {
        Arg factor = new Arg.Number(triangle.diagonal());
        steps.add(new Step.Binary(BinaryFunction.MULTIPLY, factor, in.at(k), out + k));
      } else {
        copy(j < i ? in.at(k) : Arg.ZERO, out + k);
      }
    }
  }
}
