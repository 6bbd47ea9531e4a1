package planish.autodiff.graph;

import planish.autodiff.Shape;

/** Checks of operands' shapes that several operations share. */
final class Shapes {
  private Shapes() {}

  /** The common shape of elementwise operands: each is of that shape, or a scalar. */
  static Shape elementwise(Shape... operands) {
    Shape result = Shape.scalar();
    for (Shape shape : operands) {
      if (!shape.isScalar()) {
        if (!result.isScalar() && !result.equals(shape)) {
          throw new IllegalArgumentException("shapes " + result + " and " + shape + " differ");
        }
        result = shape;
      }
    }
    return result;
  }

  static void rank(String what, Shape shape, int rank) {
    if (shape.rank() != rank) {
      throw new IllegalArgumentException(
          what + " has " + rank + " axes, but got an array of shape " + shape);
    }
  }

  static void square(String what, Shape shape) {
    rank(what, shape, 2);
    if (shape.length(0) != shape.length(1)) {
      throw new IllegalArgumentException(what + " is square, but got a matrix of shape " + shape);
    }
  }

  static void inner(String what, Shape a, Shape b, int inA, int inB) {
    if (inA != inB) {
      throw new IllegalArgumentException(
          "no " + what + " of shapes " + a + " and " + b + ": " + inA + " against " + inB);
    }
  }

  static void sizes(String what, Shape from, Shape to) {
    if (from.size() != to.size()) {
      throw new IllegalArgumentException(
          what + " keeps the number of elements, but " + from + " and " + to + " differ");
    }
  }
}
