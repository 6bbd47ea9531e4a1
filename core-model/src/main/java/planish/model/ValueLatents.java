package planish.model;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.transforms.Transform;

/**
 * Sampled sites whose values on the user's scale are windows of the position, one after the other.
 */
final class ValueLatents implements Latents {
  private int offset;

  @Override
  public Coordinates of(Site site, Transform transform, Graph graph) {
    Shape shape = site.shape();
    Expr value = graph.input(InputKind.POSITION, site.name(), offset, shape);
    offset += shape.size();
    return new Coordinates(transform.inverse(value), value);
  }
}
