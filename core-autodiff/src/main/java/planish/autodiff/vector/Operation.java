package planish.autodiff.vector;

/**
 * A number for each operation of the loops: first the unary, then the binary functions, then these.
 */
final class Operation {
  private Operation() {}

  static final int UNARY = 0;
  static final int BINARY = UnaryFunction.values().length;
  static final int SUM = BINARY + BinaryFunction.values().length;
  static final int DOT = SUM + 1;
  static final int WEIGHTED_SQUARES = SUM + 2;
  static final int AXPY = SUM + 3;
  static final int WEIGHTED_AXPY = SUM + 4;
  static final int MATRIX_VECTOR = SUM + 5;
  static final int TRANSPOSED_MATRIX_VECTOR = SUM + 6;
  static final int COUNT = SUM + 7;
}
