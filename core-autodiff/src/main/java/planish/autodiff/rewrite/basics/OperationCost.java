package planish.autodiff.rewrite.basics;

import java.util.Arrays;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Cholesky;
import planish.autodiff.graph.CholeskyAdjoint;
import planish.autodiff.graph.Diagonal;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.LogSumExp;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * What the evaluation of an operation is estimated to cost, in units of one addition within a long
 * vector: about half a nanosecond on plain loops.
 *
 * <p>Each operation costs {@value #CALL}, and for each element
 *
 * <table>
 * <caption>Cost of one element</caption>
 * <tr><td>addition, product, comparison, sum</td><td>1</td></tr>
 * <tr><td>gather, scatter, selection, minimum, maximum</td><td>2</td></tr>
 * <tr><td>quotient, square root, element of a transpose</td><td>3</td></tr>
 * <tr><td>exp, log, sin, cos, tanh, inverse logit</td><td>8</td></tr>
 * <tr><td>log(1 + exp(x)), tan</td><td>16</td></tr>
 * <tr><td>arcs, hyperbolic sine and cosine, log-gamma, error and normal distribution
 * functions</td><td>26</td></tr>
 * <tr><td>power, logarithm of the normal distribution function and its slope</td><td>45</td></tr>
 * <tr><td>log-beta, polygamma, normal quantile</td><td>90</td></tr>
 * <tr><td>one row of a triangular solve</td><td>30</td></tr>
 * <tr><td>one multiplication of a matrix product or a triangular solve</td><td>0.4</td></tr>
 * <tr><td>one of a solve with many right-hand sides, of a factorisation</td><td>0.8</td></tr>
 * </table>
 *
 * <p>Operations that only look at a part of a value cost nothing.
 */
final class OperationCost {
  /** What an operation costs whatever its size. */
  static final double CALL = 10;

  /** What an element costs that is taken from an array, or added to one, by its index. */
  static final double GATHERED = 2;

  /** What an operation costs that the next one waits for. */
  private static final double WAIT = 3;

  private OperationCost() {}

  /** {@return the cost of a node's operation} */
  static double of(Graph graph, Node node) {
    Shape[] operands = new Shape[node.operandCount()];
    for (int j = 0; j < operands.length; j++) {
      operands[j] = graph.node(node.operand(j)).shape();
    }
    return of(node.op(), node.shape(), operands);
  }

  /**
   * {@return the cost of one operation}
   *
   * @param op what is done
   * @param result the shape of its result
   * @param operands the shapes of its operands
   */
  static double of(Op op, Shape result, Shape... operands) {
    return op instanceof Input || op.viewOffset() >= 0 ? 0 : CALL + work(op, result, operands);
  }

  private static double work(Op op, Shape result, Shape[] operands) {
    int n = result.size();
    return switch (op) {
      case Unary(UnaryFunction f) -> n * of(f);
      case Binary(BinaryFunction f) -> n * of(f);
      case LogSumExp _ -> 9.0 * operands[0].size();
      case SumLog1pExp _ -> 12.0 * operands[0].size();
      case Transpose _ -> 3.0 * n;
      case Gather _ -> GATHERED * n;
      case ScatterAdd _ -> GATHERED * elements(n, operands);
      case Select _ -> 2 * elements(n, operands);
      case Diagonal _ -> n;
      case VectorMatrix _ -> 0.4 * operands[1].size();
      case MatrixVector _ -> 0.4 * operands[0].size();
      case MatrixProduct _ -> 0.4 * n * operands[0].length(1);
      case TriangularSolve _ -> solve(n, operands[0].length(0));
      case Cholesky _, CholeskyAdjoint _ -> factorisation(op, n, result.length(0));
      case Scan scan -> (result.length(0) - 1.0) * step(scan);
      default -> elements(n, operands);
    };
  }

  /** The adjoint takes twice as many multiplications as the factor. */
  private static double factorisation(Op op, double n, int rows) {
    return (op instanceof Cholesky ? 1 : 2) * n * (0.25 * rows / 3 + 2);
  }

  /** What is computed by the next step has to wait: each operation takes its whole time. */
  private static double step(Scan scan) {
    TapeSource tape = ScanBodies.tape(scan.body());
    if (tape == null) {
      return CALL * scan.body().stateSize();
    }
    double sum = 0;
    for (TapeNode node : tape.nodes()) {
      Shape[] operands =
          Arrays.stream(node.operands()).map(TapeNode.Place::shape).toArray(Shape[]::new);
      sum +=
          of(node.op(), node.shape(), operands) == 0
              ? 0
              : WAIT + work(node.op(), node.shape(), operands);
    }
    return sum;
  }

  /** One right-hand side is solved row by row, a division each; many are solved side by side. */
  private static double solve(double n, int rows) {
    return n == rows ? n * (0.2 * rows + 30) : 0.4 * n * rows;
  }

  private static double elements(int result, Shape[] operands) {
    int most = result;
    for (Shape operand : operands) {
      most = Math.max(most, operand.size());
    }
    return most;
  }

  private static double of(UnaryFunction function) {
    return switch (function) {
      case NEGATE, ABS, SIGN, SQUARE -> 1;
      case RECIPROCAL, SQRT -> 3;
      case EXP, EXPM1, LOG, LOG1P, SIN, COS, TANH, INV_LOGIT -> 8;
      case LOG1P_EXP, TAN -> 16;
      case ASIN, ACOS, ATAN, SINH, COSH, ASINH, ACOSH, ATANH -> 26;
      case LOG_GAMMA, DIGAMMA, TRIGAMMA, ERF, ERFC, PHI -> 26;
      case LOG_PHI, INVERSE_MILLS -> 45;
      case INV_PHI -> 90;
    };
  }

  private static double of(BinaryFunction function) {
    return switch (function) {
      case ADD, SUBTRACT, MULTIPLY, LESS, LESS_OR_EQUAL, EQUAL -> 1;
      case MINIMUM, MAXIMUM -> 2;
      case DIVIDE -> 3;
      case POW -> 45;
      case LOG_BETA, POLYGAMMA -> 90;
    };
  }
}
