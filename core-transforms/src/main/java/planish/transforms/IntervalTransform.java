package planish.transforms;

import static planish.autodiff.graph.Functions.invLogit;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;

import java.util.Optional;
import planish.autodiff.graph.Expr;

/**
 * x = lower + (upper − lower) / (1 + exp(−u)), Stan's transform of an interval (Stan Reference
 * Manual, "Lower and upper bounded scalar").
 *
 * <p>The log-Jacobian is log(upper − lower) + u − 2 log(1 + exp(u)): made of u, not of x, so that
 * it is exact where x has already been rounded to a bound, and finite for every finite u. The
 * inverse is log(x − lower) − log(upper − x): both differences are exact near their bound, where
 * the usual log(p / (1 − p)) with p = (x − lower) / (upper − lower) would lose digits. Above u = 37
 * the value is the upper bound itself on the unit interval; there the inverse is infinite.
 *
 * @param lower the lower bound; broadcasts to the values
 * @param upper the upper bound; broadcasts to the values
 */
public record IntervalTransform(Expr lower, Expr upper) implements ElementwiseTransform {
  @Override
  public String name() {
    return "logit";
  }

  @Override
  public Expr forward(Expr unconstrained) {
    Expr fraction = invLogit(unconstrained);
    return isUnit() ? fraction : lower.plus(upper.minus(lower).times(fraction));
  }

  private boolean isUnit() {
    return lower.equals(Expr.of(0)) && upper.equals(Expr.of(1));
  }

  @Override
  public Expr inverse(Expr constrained) {
    return log(constrained.minus(lower)).minus(log(upper.minus(constrained)));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    Expr unit = unconstrained.minus(log1pExp(unconstrained).times(2));
    return isUnit() ? unit : log(upper.minus(lower)).plus(unit);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return MonotoneImage.rising(this, Optional.of(lower), Optional.of(upper)).of(domain);
  }
}
