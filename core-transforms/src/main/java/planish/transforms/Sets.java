package planish.transforms;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.lessOrEqual;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.regex.Pattern;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.spi.UserException;

/** What constraints have in common. */
final class Sets {
  private static final Expr ONE = Expr.of(1);
  private static final Expr INFINITY = Expr.of(Double.POSITIVE_INFINITY);

  /** How constants write themselves: expressions begin with the name of an operation. */
  private static final Pattern NUMBER = Pattern.compile("-?(\\d.*|Infinity)");

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

  /** {@return 1 where a number is another within 1e-8, Stan's tolerance for constraints} */
  static Expr near(Expr value, Expr target) {
    return lessOrEqual(abs(value.minus(target)), Expr.of(1e-8));
  }

  /** {@return the coordinates, NaN in place of those of values outside a set} */
  static Expr inside(Constraint set, Expr value, Expr coordinates) {
    Expr holds = Events.withLength1(set.contains(value));
    return Functions.select(holds, coordinates, Expr.of(Double.NaN));
  }

  /**
   * Checks the shape of constrained vectors.
   *
   * @throws IllegalArgumentException if there is no last axis, or it is too short
   */
  static void checkVector(Shape shape, String what, int least) {
    if (shape.isScalar() || shape.length(-1) < least) {
      throw new IllegalArgumentException(
          what + " needs an axis of " + least + " or more elements, but the shape is " + shape);
    }
  }

  /**
   * {@return the number of rows of square matrices}
   *
   * @throws IllegalArgumentException if they are not square, or empty
   */
  static int checkSquare(Shape shape, String what) {
    if (shape.rank() < 2 || shape.length(-1) != shape.length(-2) || shape.length(-1) == 0) {
      throw new IllegalArgumentException(
          what + " has as many rows as columns, at least one, but the shape is " + shape);
    }
    return shape.length(-1);
  }

  static Expr finite(Expr value) {
    return less(abs(value), INFINITY);
  }

  /** {@return whether a set is that of all finite numbers or arrays} */
  static boolean isReal(Constraint set) {
    return set instanceof Real || set instanceof OffsetMultiplier;
  }

  /** {@return whether a condition is a constant that holds for every element} */
  static boolean isAlways(Expr condition) {
    Expr every = Functions.equal(condition.sum(), Expr.of(condition.shape().size()));
    return every.equals(ONE);
  }

  /** {@return a number as a person writes it; other bounds have none until they are met} */
  static String words(Expr bound) {
    if (!isNumber(bound)) {
      return "a bound set by the model";
    }
    String text = bound.toString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** {@return whether a bound is one constant number} */
  static boolean isNumber(Expr bound) {
    return NUMBER.matcher(bound.toString()).matches();
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
