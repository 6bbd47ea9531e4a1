package planish.transforms;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.sumLast;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.spi.UserException;

/** What constraints have in common. */
final class Sets {
  private static final Expr INFINITY = Expr.of(Double.POSITIVE_INFINITY);

  private Sets() {}

  /** {@return 1 where the last axes are all 1} */
  static Expr all(Expr conditions, int axes) {
    if (axes == 0) {
      return conditions;
    }
    Shape event = conditions.shape().last(axes);
    return Functions.equal(sumLast(conditions, axes), Expr.of(event.size()));
  }

  /** {@return 1 where both are} */
  static Expr both(Expr a, Expr b) {
    return a.times(b);
  }

  static Expr finite(Expr value) {
    return less(abs(value), INFINITY);
  }

  /** {@return a number as a person writes it} */
  static String words(Expr bound) {
    String text = bound.toString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /**
   * {@return x, checked: constants at once, others at each evaluation}
   *
   * @throws UserException if it is a constant, and wrong
   */
  static Expr checked(Expr x, Expr condition, Expr value, String message) {
    try {
      return Functions.checked(x, condition, value, message);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }
}
