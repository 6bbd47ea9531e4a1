package planish.transforms;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;

import java.util.Optional;
import planish.autodiff.graph.Expr;

/**
 * x = lower + exp(u), Stan's transform of a lower bound (Stan Reference Manual, "Lower bounded
 * scalar").
 *
 * <p>The log-Jacobian is u itself: log(x − lower) would lose what the addition rounded away. With a
 * bound of 0, x has full precision from u = −745 (below it, x is 0) to u = 709 (above it,
 * infinite); with another bound, x is the bound itself where exp(u) is lost beside it, and the
 * inverse there is minus infinity.
 *
 * @param lower the bound; broadcasts to the values
 */
public record LowerBoundTransform(Expr lower) implements ElementwiseTransform {
  @Override
  public String name() {
    return "log";
  }

  @Override
  public Expr forward(Expr unconstrained) {
    Expr distance = exp(unconstrained);
    return isZero() ? distance : lower.plus(distance);
  }

  @Override
  public Expr inverse(Expr constrained) {
    return log(isZero() ? constrained : constrained.minus(lower));
  }

  private boolean isZero() {
    return lower.equals(Expr.of(0));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return unconstrained;
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return MonotoneImage.rising(this, Optional.of(lower), Optional.empty()).of(domain);
  }
}
