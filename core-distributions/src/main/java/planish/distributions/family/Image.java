package planish.distributions.family;

import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.sumLast;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Transform;

/**
 * The image of a set under a transform, where it is none of the sets with a transform of their own.
 *
 * @param domain the set
 * @param transform a bijection from it
 * @param eventRank the number of axes of one value, at least those of set and transform
 */
public record Image(Constraint domain, Transform transform, int eventRank) implements Constraint {
  @Override
  public boolean discrete() {
    return domain.discrete();
  }

  @Override
  public String description() {
    return domain.description() + ", transformed by '" + transform.name() + "'";
  }

  /** Outside the image the inverse is NaN or infinite, or outside the domain. */
  @Override
  public Expr contains(Expr value) {
    Expr inside = domain.contains(transform.inverse(value));
    int axes = eventRank - domain.eventRank();
    Shape event = inside.shape().last(axes);
    return axes == 0 ? inside : equal(sumLast(inside, axes), Expr.of(event.size()));
  }
}
