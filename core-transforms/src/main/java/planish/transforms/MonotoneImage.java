package planish.transforms;

import static planish.autodiff.graph.Functions.maximum;
import static planish.autodiff.graph.Functions.minimum;

import java.util.Optional;
import java.util.function.UnaryOperator;
import planish.autodiff.graph.Expr;

/**
 * What a strictly monotone function of single numbers makes of a set between bounds.
 *
 * @param function of each number
 * @param direction whether it rises or falls
 * @param lower what its values stay above, where they have such a limit
 * @param upper what its values stay below, where they have such a limit
 */
record MonotoneImage(
    UnaryOperator<Expr> function, Direction direction, Optional<Expr> lower, Optional<Expr> upper) {

  /** Which way a function goes. */
  enum Direction {
    RISING,
    FALLING,
    /** One of the two, known only when the model is evaluated. */
    UNKNOWN
  }

  static MonotoneImage rising(Transform transform, Optional<Expr> lower, Optional<Expr> upper) {
    return new MonotoneImage(transform::forward, Direction.RISING, lower, upper);
  }

  /** {@return the image; none for sets of other kinds, and where the side of a bound is unknown} */
  Optional<Constraint> of(Constraint domain) {
    return switch (domain) {
      case Real real when lower.isEmpty() && upper.isEmpty() -> Optional.of(real);
      case Real _ -> between(Optional.empty(), Optional.empty(), true);
      case OffsetMultiplier _ -> between(Optional.empty(), Optional.empty(), true);
      case GreaterThan(Expr bound) -> between(Optional.of(bound), Optional.empty(), true);
      case LowerBound(Expr bound) -> between(Optional.of(bound), Optional.empty(), false);
      case UpperBound(Expr bound) -> between(Optional.empty(), Optional.of(bound), false);
      case Interval(Expr from, Expr to) -> between(Optional.of(from), Optional.of(to), false);
      default -> Optional.empty();
    };
  }

  private Optional<Constraint> between(Optional<Expr> from, Optional<Expr> to, boolean open) {
    Optional<Expr> first = from.map(function);
    Optional<Expr> last = to.map(function);
    return switch (direction) {
      case RISING -> Optional.of(set(first.or(() -> lower), last.or(() -> upper), open));
      case FALLING -> Optional.of(set(last.or(() -> lower), first.or(() -> upper), open));
      case UNKNOWN -> whicheverWay(first, last);
    };
  }

  /** Both ends known: the lesser is the lower one. Neither: no bounds. One: its side is unknown. */
  private static Optional<Constraint> whicheverWay(Optional<Expr> first, Optional<Expr> last) {
    if (first.isPresent() && last.isPresent()) {
      Expr a = first.get();
      Expr b = last.get();
      return Optional.of(new Interval(minimum(a, b), maximum(a, b)));
    }
    return first.isEmpty() && last.isEmpty() ? Optional.of(new Real(0)) : Optional.empty();
  }

  private static Constraint set(Optional<Expr> from, Optional<Expr> to, boolean open) {
    if (from.isPresent() && to.isPresent()) {
      return new Interval(from.get(), to.get());
    }
    if (from.isPresent()) {
      return open ? new GreaterThan(from.get()) : new LowerBound(from.get());
    }
    return to.<Constraint>map(UpperBound::new).orElseGet(() -> new Real(0));
  }
}
