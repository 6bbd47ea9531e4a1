package planish.model;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.transforms.Transform;

/** Sampled sites as windows of the position, one after the other. */
final class PositionLatents implements Latents {
  private int offset;

  @Override
  public Coordinates of(Site site, Transform transform, Graph graph) {
    Shape shape = transform.unconstrainedShape(site.shape());
    Expr input = graph.input(InputKind.POSITION, site.name(), offset, shape);
    offset += shape.size();
    return new Coordinates(input, transform.forward(input));
  }
}
