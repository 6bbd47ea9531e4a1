package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * An array-valued expression: a constant, or a node of a {@link Graph}. Immutable.
 *
 * <p>Operations between elements broadcast by NumPy's rules. Those of constants alone give
 * constants; all others append nodes to the operands' graph, equal ones once. Expressions of two
 * different graphs do not mix. More functions stand in {@link Functions}.
 *
 * <p>A constant may be shared by threads and graphs; nodes belong to one thread while a graph is
 * built.
 */
public sealed interface Expr permits Constant, NodeRef {
  /** {@return the shape of its value} */
  Shape shape();

  /** {@return whether its value depends on constants and data alone} */
  boolean known();

  /** {@return a constant number} */
  static Expr of(double value) {
    return Constant.scalar(value);
  }

  /** {@return a constant vector; the array is copied} */
  static Expr vector(double... values) {
    return Constant.array(values.clone(), Shape.of(values.length));
  }

  /**
   * {@return a constant array; the values are copied}
   *
   * @param values in row-major order
   * @param shape of as many elements
   */
  static Expr of(double[] values, Shape shape) {
    return Constant.array(values.clone(), shape);
  }

  /**
   * {@return a constant matrix; the values are copied}
   *
   * @param rows all of one length
   */
  static Expr matrix(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] flat = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "a matrix has rows of one length, but row 1 has "
                + columns
                + " and row "
                + (i + 1)
                + " has "
                + rows[i].length);
      }
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return Constant.array(flat, Shape.of(rows.length, columns));
  }

  /** {@return an array of one repeated number} */
  static Expr full(Shape shape, double value) {
    return Functions.broadcast(of(value), shape);
  }

  /** {@return this + other} */
  default Expr plus(Expr other) {
    return Functions.binary(BinaryFunction.ADD, this, other);
  }

  /** {@return this + other} */
  default Expr plus(double other) {
    return plus(of(other));
  }

  /** {@return this - other} */
  default Expr minus(Expr other) {
    return Functions.binary(BinaryFunction.SUBTRACT, this, other);
  }

  /** {@return this - other} */
  default Expr minus(double other) {
    return minus(of(other));
  }

  /** {@return this times other, element by element} */
  default Expr times(Expr other) {
    return Functions.binary(BinaryFunction.MULTIPLY, this, other);
  }

  /** {@return this times other} */
  default Expr times(double other) {
    return times(of(other));
  }

  /** {@return this over other, element by element} */
  default Expr dividedBy(Expr other) {
    return Functions.binary(BinaryFunction.DIVIDE, this, other);
  }

  /** {@return this over other} */
  default Expr dividedBy(double other) {
    return dividedBy(of(other));
  }

  /** {@return minus this} */
  default Expr negate() {
    return Functions.unary(UnaryFunction.NEGATE, this);
  }

  /** {@return the matrix product with a vector or matrix} */
  default Expr product(Expr other) {
    return Functions.product(this, other);
  }

  /** {@return the sum of all elements} */
  default Expr sum() {
    return Functions.sum(this);
  }

  /**
   * {@return the part at the given indices of the first axes: an element if there is one for each
   * axis}
   *
   * @param index from 0
   * @throws IndexOutOfBoundsException if one is out of range; the message has the shape
   */
  default Expr get(int... index) {
    return Functions.part(this, index);
  }

  /**
   * {@return the parts along the first axis from one index to another}
   *
   * @param from the first, from 0
   * @param to the one after the last
   */
  default Expr slice(int from, int to) {
    return Functions.slice(this, from, to);
  }

  /**
   * {@return the parts along the first axis at the given indices, repeats allowed}
   *
   * @param index from 0
   */
  default Expr gather(int... index) {
    return Functions.gather(this, index);
  }

  /** {@return the same elements in row-major order under another shape} */
  default Expr reshape(int... lengths) {
    return Functions.reshape(this, Shape.of(lengths));
  }
}
