package planish.model;

import planish.autodiff.Shape;
import planish.spi.UserException;

/**
 * Independent repetitions along one axis of the batch shapes of the sites inside.
 *
 * @param name the plate's name
 * @param size the number of repetitions, at least 1
 * @param axis which axis of the batch shape, counted from the end: −1 is the last
 */
public record Plate(String name, int size, int axis) {
  /**
   * Checks size and axis.
   *
   * @throws UserException if the size is below 1 or the axis not negative
   */
  public Plate {
    if (size < 1) {
      throw new UserException("plate '" + name + "' has a size of at least 1, but got " + size);
    }
    if (axis >= 0) {
      throw new UserException(
          "plate '"
              + name
              + "' stands on an axis counted from the end (-1 is the last), but got "
              + axis);
    }
  }

  /** {@return the shape with this plate's size on its axis and 1 after it} */
  Shape shape() {
    int[] lengths = new int[-axis];
    java.util.Arrays.fill(lengths, 1);
    lengths[0] = size;
    return Shape.of(lengths);
  }
}
