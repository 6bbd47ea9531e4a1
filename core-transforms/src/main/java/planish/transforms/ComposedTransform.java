package planish.transforms;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;

/**
 * One transform after another: forward is {@code outer(inner(u))}, and the log-Jacobians add up,
 * that of the inner one summed over the axes that only the outer one takes as one value.
 *
 * @param inner reads the coordinates
 * @param outer gives the value
 */
public record ComposedTransform(Transform inner, Transform outer) implements Transform {
  @Override
  public String name() {
    return inner.name() + "-" + outer.name();
  }

  @Override
  public int eventRank() {
    return Math.max(inner.eventRank(), outer.eventRank());
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    return inner.unconstrainedShape(outer.unconstrainedShape(constrained));
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return outer.forward(inner.forward(unconstrained));
  }

  @Override
  public Expr inverse(Expr constrained) {
    return inner.inverse(outer.inverse(constrained));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    Expr between = inner.forward(unconstrained);
    Expr first = inner.logAbsDetJacobian(unconstrained, between);
    Expr second = outer.logAbsDetJacobian(between, constrained);
    return toBatch(first, inner).plus(toBatch(second, outer));
  }

  private Expr toBatch(Expr logJacobian, Transform part) {
    return Functions.sumLast(logJacobian, eventRank() - part.eventRank());
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return inner.image(domain).flatMap(outer::image);
  }
}
