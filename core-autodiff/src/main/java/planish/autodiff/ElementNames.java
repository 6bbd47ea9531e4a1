package planish.autodiff;

import java.util.ArrayList;
import java.util.List;

/**
 * Names for the elements of an array, as a person writes them: {@code theta[1]}, {@code L[2,1]}.
 */
public final class ElementNames {
  private ElementNames() {}

  /**
   * {@return one name for each element in row-major order, indices from 1; a scalar has the plain
   * name}
   */
  public static List<String> of(String name, Shape shape) {
    List<String> names = new ArrayList<>(shape.size());
    for (int flat = 0; flat < shape.size(); flat++) {
      names.add(shape.isScalar() ? name : name + "[" + index(flat, shape) + "]");
    }
    return names;
  }

  private static String index(int flat, Shape shape) {
    StringBuilder text = new StringBuilder();
    int rest = flat;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      text.insert(0, rest % shape.length(axis) + 1);
      rest /= shape.length(axis);
      if (axis > 0) {
        text.insert(0, ',');
      }
    }
    return text.toString();
  }
}
