package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** A constant array without a graph. Its values are never changed. */
final class Constant implements Expr {
  private final double[] values;
  private final Shape shape;

  private Constant(double[] values, Shape shape) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "shape " + shape + " has " + shape.size() + " elements, but got " + values.length);
    }
    this.values = values;
    this.shape = shape;
  }

  static Constant scalar(double value) {
    return new Constant(new double[] {value}, Shape.scalar());
  }

  /** Takes the array as it is. */
  static Constant array(double[] values, Shape shape) {
    return new Constant(values, shape);
  }

  double[] values() {
    return values;
  }

  boolean isScalar(double value) {
    return shape.isScalar()
        && Double.doubleToRawLongBits(values[0]) == Double.doubleToRawLongBits(value);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public boolean known() {
    return true;
  }

  @Override
  public String toString() {
    return shape.isScalar() ? Double.toString(values[0]) : "constant" + shape;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Constant that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }
}
