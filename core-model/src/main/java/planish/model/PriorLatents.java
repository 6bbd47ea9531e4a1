package planish.model;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.transforms.Transform;

/** Sampled sites drawn from their distributions at each run. */
final class PriorLatents implements Latents {
  @Override
  public Coordinates of(Site site, Transform transform, Graph graph) {
    Expr value = RandomValues.draw(site, graph);
    return new Coordinates(transform.inverse(value), value);
  }
}
