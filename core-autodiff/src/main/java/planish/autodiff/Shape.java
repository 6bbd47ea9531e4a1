package planish.autodiff;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The lengths of an array's axes; arrays are row-major, the last axis runs fastest. A scalar has no
 * axes. Lengths may be zero.
 *
 * <p>Immutable.
 */
public final class Shape {
  private static final Shape SCALAR = new Shape(new int[0]);

  private final int[] lengths;
  private final int size;

  private Shape(int[] lengths) {
    this.lengths = lengths;
    long product = 1;
    for (int length : lengths) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "a shape has no negative lengths: " + Arrays.toString(lengths));
      }
      product *= length;
      if (product > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "an array of shape " + Arrays.toString(lengths) + " has more than 2^31 - 1 elements");
      }
    }
    this.size = (int) product;
  }

  /** {@return the shape without axes, of one element} */
  public static Shape scalar() {
    return SCALAR;
  }

  /** {@return the shape with these axis lengths} */
  public static Shape of(int... lengths) {
    return lengths.length == 0 ? SCALAR : new Shape(lengths.clone());
  }

  /** {@return the number of axes} */
  public int rank() {
    return lengths.length;
  }

  /** {@return the number of elements} */
  public int size() {
    return size;
  }

  /** {@return whether there are no axes} */
  public boolean isScalar() {
    return lengths.length == 0;
  }

  /**
   * {@return the length of one axis}
   *
   * @param axis from 0; negative numbers count from the end, -1 is the last
   */
  public int length(int axis) {
    return lengths[axis < 0 ? lengths.length + axis : axis];
  }

  /** {@return all axis lengths, in a new array} */
  public int[] lengths() {
    return lengths.clone();
  }

  /** {@return this shape followed by the axes of another} */
  public Shape then(Shape other) {
    if (other.isScalar()) {
      return this;
    }
    int[] both = Arrays.copyOf(lengths, rank() + other.rank());
    System.arraycopy(other.lengths, 0, both, rank(), other.rank());
    return of(both);
  }

  /** {@return the first axes, without the last {@code count}} */
  public Shape dropLast(int count) {
    return of(Arrays.copyOf(lengths, rank() - count));
  }

  /** {@return the last {@code count} axes} */
  public Shape last(int count) {
    return of(Arrays.copyOfRange(lengths, rank() - count, rank()));
  }

  /** {@return whether this shape can be repeated to give the other (NumPy's rules)} */
  public boolean broadcastsTo(Shape other) {
    if (rank() > other.rank()) {
      return false;
    }
    for (int k = 1; k <= rank(); k++) {
      if (length(-k) != 1 && length(-k) != other.length(-k)) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return the common shape of two operands by NumPy's rules: aligned at the last axis, a length
   * of 1 is repeated}
   *
   * @throws IllegalArgumentException if there is none; the message has both shapes
   */
  public static Shape broadcast(Shape a, Shape b) {
    if (a.equals(b)) {
      return a;
    }
    int rank = Math.max(a.rank(), b.rank());
    int[] lengths = new int[rank];
    for (int k = 1; k <= rank; k++) {
      int p = k <= a.rank() ? a.length(-k) : 1;
      int q = k <= b.rank() ? b.length(-k) : 1;
      if (p != q && p != 1 && q != 1) {
        throw new IllegalArgumentException(
            "shapes " + a + " and " + b + " do not broadcast: " + p + " against " + q);
      }
      lengths[rank - k] = p == 1 ? q : p;
    }
    return of(lengths);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lengths);
  }

  /** {@return as in {@code [3, 4]}; a scalar is {@code []}} */
  @Override
  public String toString() {
    return Arrays.stream(lengths)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
