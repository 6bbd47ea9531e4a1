package planish.model;

import planish.autodiff.graph.Graph;
import planish.transforms.Transform;

/** Where the values of sampled sites come from while a model is traced. */
@FunctionalInterface
interface Latents {
  /** {@return the values of a site that has none} */
  Coordinates of(Site site, Transform transform, Graph graph);
}
