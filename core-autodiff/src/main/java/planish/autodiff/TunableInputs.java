package planish.autodiff;

import java.util.List;

/**
 * Numbers that a compiled density reads at each evaluation beside the position, such as how far a
 * site is centred: they may be changed without compiling anew.
 *
 * <p>A capability of {@link LogDensity}. The values belong to one density, and begin as the model
 * states them; not safe for several threads at once.
 */
public interface TunableInputs {
  /**
   * One array of such numbers.
   *
   * @param name as in the trace: {@code theta_centered}
   * @param origin the user's site that it belongs to: {@code theta}
   * @param offset index of its first element in {@link #values()}
   * @param shape its shape; elements are in row-major order
   * @param minimum the least value allowed, itself included
   * @param maximum the greatest value allowed, itself included
   */
  record Entry(
      String name, String origin, int offset, Shape shape, double minimum, double maximum) {}

  /** {@return the arrays, one after the other} */
  List<Entry> entries();

  /** {@return the current values of all, copied} */
  double[] values();

  /**
   * Sets all values, for the evaluations that follow.
   *
   * @param values as many as {@link #values()} has; copied
   * @throws IllegalArgumentException if their number is another, or one is out of its range; the
   *     message names it, and nothing is changed
   */
  void set(double[] values);
}
