package planish.autodiff.graph;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;

/** Joins arrays along an axis: end to end, then one gather puts the elements in their places. */
final class Joined {
  private Joined() {}

  static Expr along(List<Expr> parts, int axis) {
    Shape shape = shape(parts, axis);
    Expr flat =
        Functions.concatenate(
            parts.stream()
                .map(part -> Functions.reshape(part, Shape.of(part.shape().size())))
                .toList());
    return axis == 0
        ? Functions.reshape(flat, shape)
        : Functions.gatherFlat(flat, places(parts, axis, shape), shape);
  }

  private static Shape shape(List<Expr> parts, int axis) {
    Shape first = parts.getFirst().shape();
    if (axis < 0 || axis >= first.rank()) {
      throw new IllegalArgumentException(
          "no axis " + axis + " to join arrays of shape " + first + " along");
    }
    int[] lengths = first.lengths();
    lengths[axis] = 0;
    for (Expr part : parts) {
      if (!Arrays.equals(without(part.shape(), axis), without(first, axis))) {
        throw new IllegalArgumentException(
            "arrays joined along axis "
                + axis
                + " are of equal lengths along the others, but "
                + first
                + " and "
                + part.shape()
                + " differ");
      }
      lengths[axis] += part.shape().length(axis);
    }
    return Shape.of(lengths);
  }

  private static int[] without(Shape shape, int axis) {
    int[] lengths = shape.lengths();
    if (axis < lengths.length) {
      lengths[axis] = 0;
    }
    return lengths;
  }

  /** For each element of the result its place among the parts that stand end to end. */
  private static int[] places(List<Expr> parts, int axis, Shape shape) {
    int[] places = new int[shape.size()];
    int outer = shape.dropLast(shape.rank() - axis).size();
    int row = places.length / Math.max(outer, 1);
    int column = 0;
    int from = 0;
    for (Expr part : parts) {
      int run = part.shape().size() / Math.max(outer, 1);
      for (int k = 0; k < outer; k++) {
        for (int i = 0; i < run; i++) {
          places[k * row + column + i] = from++;
        }
      }
      column += run;
    }
    return places;
  }
}
