package planish.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.spi.Spelling;
import planish.spi.UserException;
import planish.transforms.Transform;

/** Sampled sites with values that the user gives, by their own name or that of their origin. */
final class GivenLatents implements Latents {
  private final Map<String, double[]> values;
  private final Set<String> used = new HashSet<>();

  GivenLatents(Map<String, double[]> values) {
    this.values = values;
  }

  @Override
  public Coordinates of(Site site, Transform transform, Graph graph) {
    Expr value = value(site, graph);
    return new Coordinates(transform.inverse(value), value);
  }

  private Expr value(Site site, Graph graph) {
    if (values.containsKey(site.name())) {
      return given(site.name(), site, graph);
    }
    if (site.fromOrigin().isPresent() && values.containsKey(site.origin())) {
      return site.fromOrigin().get().apply(given(site.origin(), site, graph));
    }
    throw new LocatedException(site, "it has no starting value; every sampled site needs one");
  }

  private Expr given(String name, Site site, Graph graph) {
    double[] numbers = values.get(name);
    Shape shape = site.shape();
    if (numbers.length != shape.size()) {
      throw new LocatedException(
          site,
          "expected %d numbers (shape %s), but got %d"
              .formatted(shape.size(), shape, numbers.length));
    }
    used.add(name);
    return graph.data(name, numbers.clone(), shape);
  }

  /**
   * Values of deterministics and generated quantities are allowed, since a draw has them too.
   *
   * @throws UserException for a name that the model does not have
   */
  void checkNames(Trace trace) {
    Set<String> names = new LinkedHashSet<>();
    for (Site site : trace.sites()) {
      names.add(site.name());
      names.add(site.origin());
    }
    for (String name : values.keySet()) {
      if (!used.contains(name) && !names.contains(name)) {
        throw new UserException(Spelling.unknown("site", name, names.stream()));
      }
    }
  }
}
