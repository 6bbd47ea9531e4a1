package planish.autodiff.graph;

import planish.autodiff.Shape;

/** Walks two arrays at once, one of which is repeated to give the other's shape. */
public final class Strides {
  private Strides() {}

  /**
   * {@return for each element of the large shape the index of the element of the small one that it
   * repeats}
   */
  public static int[] repeated(Shape small, Shape large) {
    int[] index = new int[large.size()];
    int[] strides = strides(small, large);
    int[] at = new int[large.rank()];
    int position = 0;
    for (int k = 0; k < index.length; k++) {
      index[k] = position;
      for (int axis = large.rank() - 1; axis >= 0; axis--) {
        at[axis]++;
        position += strides[axis];
        if (at[axis] < large.length(axis)) {
          break;
        }
        position -= strides[axis] * at[axis];
        at[axis] = 0;
      }
    }
    return index;
  }

  private static int[] strides(Shape small, Shape large) {
    int[] strides = new int[large.rank()];
    int stride = 1;
    for (int k = 1; k <= small.rank(); k++) {
      strides[large.rank() - k] = small.length(-k) == 1 ? 0 : stride;
      stride *= small.length(-k);
    }
    return strides;
  }

  /**
   * {@return whether the small array is repeated whole: its axes are the last ones of the large}
   */
  static boolean repeatsWhole(Shape small, Shape large) {
    return trimmed(small).equals(large.last(trimmed(small).rank()));
  }

  /** {@return whether each element of the small array is repeated in a run of neighbours} */
  static boolean repeatsEach(Shape small, Shape large) {
    int axis = large.rank();
    while (axis > 0 && lengthAt(small, large, axis - 1) == 1) {
      axis--;
    }
    for (int k = 0; k < axis; k++) {
      if (lengthAt(small, large, k) != large.length(k)) {
        return false;
      }
    }
    return true;
  }

  private static int lengthAt(Shape small, Shape large, int axis) {
    int k = axis - (large.rank() - small.rank());
    return k < 0 ? 1 : small.length(k);
  }

  private static Shape trimmed(Shape shape) {
    int leading = 0;
    while (leading < shape.rank() && shape.length(leading) == 1) {
      leading++;
    }
    return shape.last(shape.rank() - leading);
  }
}
