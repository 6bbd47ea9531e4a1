package planish.transforms;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.transforms.MonotoneImage.Direction;

/**
 * x = upper − exp(u), Stan's transform of an upper bound (Stan Reference Manual, "Upper bounded
 * scalar"). As for {@link LowerBoundTransform}, the log-Jacobian is u itself.
 *
 * @param upper the bound; broadcasts to the values
 */
public record UpperBoundTransform(Expr upper) implements ElementwiseTransform {
  @Override
  public String name() {
    return "log";
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return upper.minus(exp(unconstrained));
  }

  @Override
  public Expr inverse(Expr constrained) {
    return log(upper.minus(constrained));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return unconstrained;
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    Optional<Expr> limit = Optional.of(upper);
    return new MonotoneImage(this::forward, Direction.FALLING, Optional.empty(), limit).of(domain);
  }
}
