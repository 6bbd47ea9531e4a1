package planish.transforms;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * The coordinates are the values themselves; the log-Jacobian is 0.
 *
 * @param eventRank the number of axes of one value
 */
public record IdentityTransform(int eventRank) implements Transform {
  @Override
  public String name() {
    return "identity";
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    return constrained;
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return unconstrained;
  }

  @Override
  public Expr inverse(Expr constrained) {
    return constrained;
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return Expr.full(unconstrained.shape().dropLast(eventRank), 0);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Optional.of(domain);
  }
}
