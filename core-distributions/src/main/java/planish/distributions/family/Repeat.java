package planish.distributions.family;

import planish.autodiff.Shape;

/** Where in a smaller array the elements of a larger one come from, by NumPy's broadcasting. */
final class Repeat {
  private Repeat() {}

  /** {@return for each element of the larger array the flat index into the smaller one} */
  static int[] indices(Shape small, Shape large) {
    int[] index = new int[large.size()];
    for (int flat = 0; flat < index.length; flat++) {
      index[flat] = source(flat, small, large);
    }
    return index;
  }

  private static int source(int flat, Shape small, Shape large) {
    int rest = flat;
    int source = 0;
    int stride = 1;
    for (int k = 1; k <= small.rank(); k++) {
      int position = rest % large.length(-k);
      rest /= large.length(-k);
      if (small.length(-k) > 1) {
        source += position * stride;
      }
      stride *= small.length(-k);
    }
    return source;
  }
}
