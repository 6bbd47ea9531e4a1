package planish.transforms;

import static planish.autodiff.graph.Functions.expm1;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;

import java.util.Optional;
import planish.autodiff.graph.Expr;

/**
 * x = lower + log(1 + exp(u)): like exp for small values, like u itself for large ones, so that
 * steps in u do not make large x explode.
 *
 * <p>With y = x − lower, the inverse is y + log(−expm1(−y)): log(expm1(y)) would overflow above y =
 * 709, and log(exp(y) − 1) lose all digits near 0. The log-Jacobian is −log(1 + exp(−u)).
 *
 * @param lower the bound; broadcasts to the values
 */
public record SoftplusTransform(Expr lower) implements ElementwiseTransform {
  @Override
  public String name() {
    return "softplus";
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return lower.plus(log1pExp(unconstrained));
  }

  @Override
  public Expr inverse(Expr constrained) {
    Expr distance = constrained.minus(lower);
    return distance.plus(log(expm1(distance.negate()).negate()));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return log1pExp(unconstrained.negate()).negate();
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return MonotoneImage.rising(this, Optional.of(lower), Optional.empty()).of(domain);
  }
}
