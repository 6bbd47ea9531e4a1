package planish.transforms;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sumLast;
import static planish.autodiff.graph.Reductions.cumulativeSum;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * The first element, then the logarithms of the steps: x₁ = u₁, or exp(u₁) where all are positive,
 * and xₖ = xₖ₋₁ + exp(uₖ) (Stan Reference Manual 2.36, 2025, "Ordered vector" and "Positive ordered
 * vector").
 *
 * <p>The log-Jacobian is the sum of those uₖ that were exponentiated. Where a step is lost beside
 * its neighbours two elements are equal, and the inverse is minus infinity there; it is NaN where a
 * step goes down.
 *
 * @param positive whether the first element is positive too
 */
public record OrderedTransform(boolean positive) implements Transform {
  @Override
  public String name() {
    return "ordered";
  }

  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    Sets.checkVector(constrained, positive ? "a positive ordered vector" : "an ordered vector", 0);
    return constrained;
  }

  /** 1 for the elements that are their own coordinates. */
  private Expr free(Expr x) {
    double[] first = new double[x.shape().length(-1)];
    if (!positive && first.length > 0) {
      first[0] = 1;
    }
    return Expr.vector(first);
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return cumulativeSum(select(free(unconstrained), unconstrained, exp(unconstrained)));
  }

  @Override
  public Expr inverse(Expr constrained) {
    Expr steps = constrained.minus(Events.later(constrained, 1));
    return select(free(constrained), constrained, log(steps));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return sumLast(select(free(unconstrained), Expr.of(0), unconstrained), 1);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new Ordered(positive)) : Optional.empty();
  }
}
