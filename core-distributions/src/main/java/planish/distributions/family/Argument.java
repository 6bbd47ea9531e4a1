package planish.distributions.family;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.lessOrEqual;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.spi.UserException;
import planish.transforms.Constraints;

/**
 * One argument of a distribution: its name and what it must be.
 *
 * @param name as in Stan's functions reference
 * @param range the numbers allowed
 */
public record Argument(String name, Range range) {
  private static final Expr INFINITY = Expr.of(Double.POSITIVE_INFINITY);

  /** Numbers that an argument may be. */
  public enum Range {
    /** Any finite number. */
    FINITE("finite"),
    /** Above 0 and finite. */
    POSITIVE("positive and finite"),
    /** From 0 to 1. */
    PROBABILITY("between 0 and 1"),
    /** 0, 1, 2, … */
    COUNT("a whole number of at least 0");

    private final String words;

    Range(String words) {
      this.words = words;
    }
  }

  static Argument finite(String name) {
    return new Argument(name, Range.FINITE);
  }

  static Argument positive(String name) {
    return new Argument(name, Range.POSITIVE);
  }

  static Argument count(String name) {
    return new Argument(name, Range.COUNT);
  }

  static Argument probability(String name) {
    return new Argument(name, Range.PROBABILITY);
  }

  /**
   * {@return the argument, checked where it is used: a constant at once}
   *
   * <p>A location that is not known is not looked at: the density of a NaN is NaN, and one vector
   * operation for each evaluation would be spent to say the same.
   *
   * @throws UserException if it is a constant out of range
   */
  Expr checked(String distribution, Expr x) {
    if (range == Range.FINITE && !x.known()) {
      return x;
    }
    String message = distribution + ": " + name + " must be " + range.words + ", but is";
    try {
      return Functions.checked(x, condition(x), x, message);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  private Expr condition(Expr x) {
    return switch (range) {
      case FINITE -> less(abs(x), INFINITY);
      case POSITIVE -> less(Expr.of(0), x).times(less(x, INFINITY));
      case COUNT -> Constraints.nonNegativeIntegers().contains(x);
      case PROBABILITY -> lessOrEqual(Expr.of(0), x).times(lessOrEqual(x, Expr.of(1)));
    };
  }
}
