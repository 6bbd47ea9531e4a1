package planish.sampling.json;

import planish.autodiff.Shape;

/**
 * A named array of finite numbers.
 *
 * @param name the name
 * @param values the elements in row-major order; not to be changed
 * @param shape its shape; a number has the scalar shape
 */
public record NamedArray(String name, double[] values, Shape shape) {
  /** Checks that there is a value for each element of the shape. */
  public NamedArray {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          name + ": " + values.length + " values for an array of shape " + shape);
    }
  }
}
