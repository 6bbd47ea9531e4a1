package planish.autodiff.graph;

import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.sumLast;
import static planish.autodiff.graph.Functions.sumTo;

import java.util.stream.IntStream;
import planish.autodiff.Shape;

/**
 * Sums, means and extremes over some axes, and running sums, to be imported statically. Those over
 * all elements stand in {@link Functions}. An axis out of range throws {@link
 * IllegalArgumentException} with the shape.
 */
public final class Reductions {
  private Reductions() {}

  /**
   * {@return the sum over one axis, which the result lacks}
   *
   * @param axis from 0; negative numbers count from the end
   */
  public static Expr sumOver(Expr x, int axis) {
    Shape shape = x.shape();
    int at = axis(shape, axis);
    int[] ones = shape.lengths();
    ones[at] = 1;
    int[] rest = IntStream.range(0, ones.length).filter(k -> k != at).map(k -> ones[k]).toArray();
    return reshape(sumTo(x, Shape.of(ones)), Shape.of(rest));
  }

  /**
   * {@return the mean over one axis, which the result lacks; NaN for none}
   *
   * @param axis from 0; negative numbers count from the end
   */
  public static Expr meanOver(Expr x, int axis) {
    return sumOver(x, axis).dividedBy(x.shape().length(axis(x.shape(), axis)));
  }

  /** {@return the mean over the last {@code axes} axes; NaN for none} */
  public static Expr meanLast(Expr x, int axes) {
    return sumLast(x, axes).dividedBy(x.shape().last(axes).size());
  }

  /** {@return the running sums along the last axis} */
  public static Expr cumulativeSum(Expr x) {
    return cumulativeSum(x, -1);
  }

  /**
   * {@return the running sums along one axis}
   *
   * @param axis from 0; negative numbers count from the end
   */
  public static Expr cumulativeSum(Expr x, int axis) {
    return Build.apply(new CumulativeSum(axis(x.shape(), axis), false), x);
  }

  /**
   * {@return Σ log(1 + exp(x)) over all elements, with one logarithm for many of them: the error is
   * about 1e-16 for each, however small the sum}
   */
  public static Expr sumLog1pExp(Expr x) {
    return Build.apply(new SumLog1pExp(), x);
  }

  /**
   * {@return the greatest element; NaN if one is, minus infinity for none; elements that tie share
   * the derivative}
   */
  public static Expr greatest(Expr x) {
    return greatestLast(x, x.shape().rank());
  }

  /** {@return the {@link #greatest} over the last {@code axes} axes} */
  public static Expr greatestLast(Expr x, int axes) {
    return Build.apply(new Extreme(true, axes), x);
  }

  /**
   * {@return the least element; NaN if one is, infinity for none; elements that tie share the
   * derivative}
   */
  public static Expr least(Expr x) {
    return leastLast(x, x.shape().rank());
  }

  /** {@return the {@link #least} over the last {@code axes} axes} */
  public static Expr leastLast(Expr x, int axes) {
    return Build.apply(new Extreme(false, axes), x);
  }

  private static int axis(Shape shape, int axis) {
    int at = axis < 0 ? shape.rank() + axis : axis;
    if (at < 0 || at >= shape.rank()) {
      throw new IllegalArgumentException("an array of shape " + shape + " has no axis " + axis);
    }
    return at;
  }
}
