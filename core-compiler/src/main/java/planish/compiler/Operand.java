package planish.compiler;

import planish.autodiff.Shape;

/**
 * Where an operand's elements stand, views resolved.
 *
 * @param known the array of a known value, or null
 * @param handedIn whether a known array is no constant of the code
 * @param node the node that computes it, for others; -1 if known
 * @param offset index of the first element, in the known array or among the tape's slots
 * @param shape of the value
 */
record Operand(double[] known, boolean handedIn, int node, int offset, Shape shape) {
  int size() {
    return shape.size();
  }

  boolean isKnown() {
    return known != null;
  }

  /** Whether one number stands for all elements of a longer result. */
  boolean standsForAll() {
    return shape.isScalar();
  }

  /** The argument for one element; a scalar stands for each. */
  Arg at(int element) {
    int k = offset + (standsForAll() ? 0 : element);
    if (handedIn) {
      throw new IllegalStateException("an array that is handed in would be a part of the code");
    }
    return isKnown() ? new Arg.Number(known[k]) : new Arg.Slot(k);
  }

  /** This value looked at from an offset under another shape. */
  Operand view(int from, Shape seen) {
    return new Operand(known, handedIn, node, offset + from, seen);
  }
}
