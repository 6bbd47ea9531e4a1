package planish.compiler;

import planish.autodiff.Shape;

/**
 * Where an operand's elements stand, views resolved.
 *
 * @param known the array of a known value, or null
 * @param handed index of a known value among those that are {@link HandedIn}; -1 for others
 * @param node the node that computes it, for others; -1 if known
 * @param offset index of the first element, in the known array, in what is handed in or among the
 *     tape's slots
 * @param shape of the value
 */
record Operand(double[] known, int handed, int node, int offset, Shape shape) {
  int size() {
    return shape.size();
  }

  boolean isKnown() {
    return known != null;
  }

  /** Whether it is known, but no constant of the code. */
  boolean isHandedIn() {
    return handed >= 0;
  }

  /** Whether one number stands for all elements of a longer result. */
  boolean standsForAll() {
    return shape.isScalar();
  }

  /** The argument for one element; a scalar stands for each. */
  Arg at(int element) {
    int k = offset + (standsForAll() ? 0 : element);
    if (isHandedIn()) {
      return new Arg.Datum(handed, k);
    }
    return isKnown() ? new Arg.Number(known[k]) : new Arg.Slot(k);
  }

  /** This value looked at from an offset under another shape. */
  Operand view(int from, Shape seen) {
    return new Operand(known, handed, node, offset + from, seen);
  }
}
