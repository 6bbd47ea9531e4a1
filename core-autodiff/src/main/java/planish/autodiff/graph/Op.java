package planish.autodiff.graph;

import planish.autodiff.Shape;

/**
 * One kind of operation: the shape of its result, how it is evaluated, and its derivative, which is
 * made of operations too. Equal operations on the same operands are one node.
 */
public sealed interface Op
    permits Input,
        Data,
        Unary,
        Binary,
        Select,
        Broadcast,
        SumTo,
        OrderedSum,
        LogSumExp,
        SumLog1pExp,
        Extreme,
        CumulativeSum,
        Dot,
        VectorMatrix,
        MatrixVector,
        MatrixProduct,
        Outer,
        Transpose,
        Gather,
        ScatterAdd,
        GatherAt,
        ScatterAddAt,
        Slice,
        Pad,
        Concatenate,
        Reshape,
        Cholesky,
        CholeskyAdjoint,
        TriangularSolve,
        LowerTriangle,
        Diagonal,
        DiagonalMatrix,
        Check,
        RandomDraw,
        External,
        Scan {

  /**
   * {@return the shape of the result}
   *
   * @param operands the operands' shapes
   * @throws IllegalArgumentException if they do not fit; the message has the shapes
   */
  Shape shape(Shape... operands);

  /**
   * {@return the evaluation over given windows}
   *
   * @param context loops and random numbers
   * @param in the operands' values
   * @param out where the result goes
   */
  Evaluation bind(Context context, Operand[] in, Window out);

  /** Adds to the operands' adjoints what this node's adjoint gives. */
  void pullback(Pullback pullback);

  /** {@return whether the result is known when all operands are} */
  default boolean knownIfOperandsAre() {
    return true;
  }

  /**
   * {@return where in its first operand the result stands, for operations that only look at it; -1
   * for all others}
   */
  default int viewOffset() {
    return -1;
  }

  /**
   * What evaluations share within one program.
   *
   * @see #bind
   */
  interface Context {
    /** {@return the loops} */
    planish.autodiff.vector.VectorLoops loops();

    /** {@return the source of randomness of the run that is going on} */
    java.util.random.RandomGenerator random();
  }

  /**
   * An operand of an evaluation.
   *
   * @param window where its value stands
   * @param shape its shape
   */
  record Operand(Window window, Shape shape) {
    double[] array() {
      return window.array();
    }

    int offset() {
      return window.offset();
    }

    int size() {
      return shape.size();
    }
  }
}
