package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/**
 * A constant or data array. Scalars, and arrays without a name, are equal by content; named arrays
 * by identity.
 */
public final class Data implements Op {
  private final String name;
  private final double[] values;
  private final Shape shape;

  /** Takes the array as it is: data are shared, never copied. */
  Data(String name, double[] values, Shape shape) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "data '" + name + "' of shape " + shape + " cannot have " + values.length + " elements");
    }
    this.name = name;
    this.values = values;
    this.shape = shape;
  }

  /** {@return its name for people; empty for constants} */
  public String name() {
    return name;
  }

  /** {@return the values, not to be changed} */
  public double[] values() {
    return values;
  }

  @Override
  public Shape shape(Shape... operands) {
    return shape;
  }

  /** Its values are used where they stand. */
  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return () -> true;
  }

  @Override
  public void pullback(Pullback p) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof Data that
        && name.equals(that.name)
        && shape.equals(that.shape)
        && (values == that.values || name.isEmpty() && Arrays.equals(values, that.values));
  }

  @Override
  public int hashCode() {
    return name.isEmpty() ? Arrays.hashCode(values) : System.identityHashCode(values);
  }

  @Override
  public String toString() {
    return shape.isScalar() && name.isEmpty() ? Double.toString(values[0]) : "data " + name;
  }
}
