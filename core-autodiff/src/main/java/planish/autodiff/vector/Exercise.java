package planish.autodiff.vector;

import java.util.SplittableRandom;

/**
 * One round of an operation on arrays of several lengths, for the compiler and the clock.
 *
 * <p>The lengths and windows are such that each branch is taken: whole vectors, a rest, a window in
 * the middle of an array and one at its end, either stride, a huge angle. A branch never taken
 * would be thrown out, and the code with it when it is first needed.
 */
final class Exercise {
  private static final UnaryFunction[] UNARY = UnaryFunction.values();
  private static final BinaryFunction[] BINARY = BinaryFunction.values();
  private static final int[] LENGTHS = {16, 67, 64, 250, 21};
  private static final int ROWS = 45;
  private static final int COLUMNS = 5;
  private static final int SIZE = ROWS * COLUMNS + 32;

  private final double[] a = new double[SIZE];
  private final double[] b = new double[SIZE];
  private final double[] out = new double[SIZE];

  Exercise() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < SIZE; i++) {
      a[i] = random.nextDouble(0.5, 2);
      b[i] = random.nextDouble(-2, 2);
    }
    a[5] = 1e9;
    a[6] = Double.MIN_VALUE;
  }

  /** Runs the operation on each length; the answer is only there to be needed. */
  double run(VectorLoops loops, int operation) {
    double answer = 0;
    for (int n : LENGTHS) {
      answer += once(loops, operation, 0, n);
      answer += once(loops, operation, SIZE - n, n);
    }
    return answer;
  }

  private double once(VectorLoops loops, int operation, int at, int n) {
    if (operation < Operation.BINARY) {
      loops.unary(UNARY[operation], a, at, out, at, n);
    } else if (operation < Operation.SUM) {
      binary(loops, BINARY[operation - Operation.BINARY], at, n);
    } else {
      return other(loops, operation, at, n);
    }
    return out[at];
  }

  private void binary(VectorLoops loops, BinaryFunction f, int at, int n) {
    loops.binary(f, a, at, 1, b, at, 1, out, at, n);
    loops.binary(f, a, at, 1, b, at, 0, out, at, n);
    loops.binary(f, a, at, 0, b, at, 1, out, at, n);
  }

  private double other(VectorLoops loops, int operation, int at, int n) {
    if (operation == Operation.SUM) {
      return loops.sum(a, at, n);
    } else if (operation == Operation.DOT) {
      return loops.dot(a, at, b, at, n);
    } else if (operation == Operation.WEIGHTED_SQUARES) {
      return loops.weightedSquares(a, at, b, at, n);
    } else if (operation == Operation.AXPY) {
      loops.axpy(1e-9, a, at, out, at, n);
    } else if (operation == Operation.WEIGHTED_AXPY) {
      loops.weightedAxpy(1e-9, a, at, b, at, out, at, n);
    } else if (operation == Operation.MATRIX_VECTOR) {
      loops.matrixVector(a, 0, ROWS, COLUMNS, b, 0, out, 0);
    } else {
      loops.transposedMatrixVector(a, SIZE - ROWS * COLUMNS, ROWS, COLUMNS, b, 0, out, 0);
    }
    return out[0];
  }
}
