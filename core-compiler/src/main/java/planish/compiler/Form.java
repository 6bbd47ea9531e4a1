package planish.compiler;

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
import planish.autodiff.graph.Op;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.Pad;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;

/** How an operation is compiled. */
enum Form {
  /** It only looks at an operand. */
  VIEW,
  /** An input array that is copied into the workspace. */
  COPIED_INPUT,
  /** Straight-line code, one statement or more for each element. */
  UNROLLED,
  /** A part of a loop's body, one number for each element. */
  MEMBER,
  /** A check in a loop's body. */
  GUARD,
  /** A sum over a loop, or a dot product. */
  REDUCTION,
  /** A linear combination of columns, before a loop's body. */
  PRODUCT,
  /** Dot products of columns with a loop's vector, after its body. */
  DOTS,
  /** Sums by index, after a loop's body. */
  SCATTER,
  /** A recurrence. */
  SCAN,
  /** Evaluated as the interpreter does it. */
  CALL;

  /** Vectors up to this length are unrolled. */
  static final int SHORT = 16;

  /** Small products are unrolled up to so many factors. */
  private static final int FEW = 128;

  /** Longer matrices are transposed by a call, not by a gather. */
  private static final int MOVED = 1 << 16;

  /** Whether it stands in a loop with a result as long as the loop. */
  boolean isAligned() {
    return this == MEMBER || this == PRODUCT;
  }

  /** Whether it is computed by a loop. */
  boolean isInLoop() {
    return isAligned() || this == REDUCTION || this == DOTS || this == SCATTER;
  }

  static Form of(Nodes nodes, int k) {
    Op op = nodes.op(k);
    int size = nodes.size(k);
    int first = nodes.operands(k).length == 0 ? 0 : nodes.operand(k, 0).size();
    return switch (op) {
      case Slice slice -> VIEW;
      case Reshape reshape -> VIEW;
      case Check check -> nodes.operand(k, 1).size() <= SHORT ? UNROLLED : GUARD;
      case Input input -> size <= SHORT ? UNROLLED : COPIED_INPUT;
      case Unary unary -> size <= SHORT ? UNROLLED : MEMBER;
      case Binary binary -> size <= SHORT ? UNROLLED : MEMBER;
      case Select select -> size <= SHORT ? UNROLLED : MEMBER;
      case OrderedSum sum -> size <= SHORT ? UNROLLED : MEMBER;
      case Broadcast broadcast -> size <= SHORT ? UNROLLED : MEMBER;
      case Gather gather -> size <= SHORT ? UNROLLED : MEMBER;
      case Transpose transpose -> size <= SHORT ? UNROLLED : size <= MOVED ? MEMBER : CALL;
      case SumTo sum -> first <= SHORT ? UNROLLED : size == 1 ? REDUCTION : CALL;
      case Dot dot -> first <= SHORT ? UNROLLED : REDUCTION;
      case ScatterAdd scatter -> first > SHORT ? SCATTER : size <= SHORT ? UNROLLED : CALL;
      case VectorMatrix product ->
          size > SHORT ? PRODUCT : nodes.operand(k, 1).size() <= FEW ? UNROLLED : CALL;
      case MatrixVector product ->
          nodes.operand(k, 1).size() > SHORT
              ? DOTS
              : first <= FEW && size <= SHORT ? UNROLLED : CALL;
      case MatrixProduct product -> size <= SHORT && first <= FEW / SHORT ? UNROLLED : CALL;
      case Concatenate c -> size <= SHORT ? UNROLLED : CALL;
      case Pad pad -> size <= SHORT ? UNROLLED : CALL;
      case Outer outer -> size <= SHORT ? UNROLLED : CALL;
      case CumulativeSum sum -> size <= SHORT ? UNROLLED : CALL;
      case Extreme extreme -> first <= SHORT ? UNROLLED : CALL;
      case LogSumExp sum -> first <= SHORT ? UNROLLED : CALL;
      case SumLog1pExp sum -> first <= SHORT ? CALL : REDUCTION;
      case Diagonal diagonal -> size <= SHORT ? UNROLLED : CALL;
      case DiagonalMatrix diagonal -> size <= SHORT ? UNROLLED : CALL;
      case LowerTriangle triangle -> size <= SHORT ? UNROLLED : CALL;
      case Scan scan -> SCAN;
      default -> CALL;
    };
  }

  /** {@return the length of the loop that such an operation stands in} */
  static int loopLength(Nodes nodes, int k) {
    return switch (nodes.op(k)) {
      case Check check -> nodes.operand(k, 1).size();
      case SumTo sum -> nodes.operand(k, 0).size();
      case Dot dot -> nodes.operand(k, 0).size();
      case SumLog1pExp sum -> nodes.operand(k, 0).size();
      case ScatterAdd scatter -> nodes.operand(k, 0).size();
      case MatrixVector product -> nodes.operand(k, 1).size();
      default -> nodes.size(k);
    };
  }
}
