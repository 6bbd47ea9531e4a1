package planish.transforms;

import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sumLast;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * x = u / |u|, with as many coordinates as elements (Stan Reference Manual 2.36, 2025, "Unit
 * vector").
 *
 * <p>No bijection: the length of u is an extra coordinate, which is given a density of its own. As
 * in Stan, what stands in the place of the log-Jacobian is −½ uᵀu, the density of independent
 * standard normals up to a constant; so a flat density on the sphere is uniform. The inverse gives
 * x itself, NaN where the length is further than 1e-8 from 1. At u = 0 there is no direction, and
 * the value is NaN.
 */
public record UnitVectorTransform() implements Transform {
  @Override
  public String name() {
    return "unit-vector";
  }

  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    Sets.checkVector(constrained, "a unit vector", 1);
    return constrained;
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return unconstrained.dividedBy(sqrt(Events.total(square(unconstrained))));
  }

  @Override
  public Expr inverse(Expr constrained) {
    return Sets.inside(new UnitVector(), constrained, constrained);
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return sumLast(square(unconstrained), 1).times(-0.5);
  }
}
