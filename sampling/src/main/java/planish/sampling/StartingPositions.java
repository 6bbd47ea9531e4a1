package planish.sampling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import planish.autodiff.Block;
import planish.autodiff.LogDensity;
import planish.autodiff.Shape;
import planish.kernels.RunTarget;
import planish.model.OutputLayout;
import planish.model.Posterior;
import planish.sampling.json.NamedArray;
import planish.spi.UserException;

/** Chooses where chains begin, and tries until the log density and its gradient are finite. */
final class StartingPositions implements RunTarget.Start {
  private static final int TRIES = 100;

  private final Posterior posterior;
  private final Initial initial;

  StartingPositions(Posterior posterior, Initial initial) {
    this.posterior = posterior;
    this.initial = initial;
  }

  /**
   * Finds out what is wrong with given values before any chain begins.
   *
   * @throws UserException if there are not as many as chains, or a name or shape is wrong
   */
  void check(int chains) {
    if (initial instanceof Initial.Values values) {
      int maps = values.sites().size();
      if (maps != 1 && maps != chains) {
        throw new UserException(
            values.source()
                + ": expected starting values for 1 or "
                + chains
                + " chains, but there are "
                + maps);
      }
      values.sites().forEach(sites -> given(values, sites));
    }
  }

  @Override
  public double[] position(int chain, LogDensity density, RandomGenerator random) {
    LogDensity unwatched = WatchedDensity.unwatched(density);
    double[] gradient = new double[unwatched.dimension()];
    String problem = "";
    int tries = initial instanceof Initial.Values ? 1 : TRIES;
    for (int k = 0; k < tries; k++) {
      double[] position = candidate(chain, random);
      Optional<String> found = problem(unwatched, position, gradient);
      if (found.isEmpty()) {
        return position;
      }
      problem = found.get();
    }
    throw new UserException(
        "no starting position with a finite log density in "
            + (tries == 1 ? "1 try" : tries + " tries")
            + " ("
            + origin()
            + "): "
            + problem
            + ". Give starting values inside the support, or look for what is wrong in the model or"
            + " its data");
  }

  private String origin() {
    return initial instanceof Initial.Values values ? values.source() : initial.toString();
  }

  private double[] candidate(int chain, RandomGenerator random) {
    return switch (initial) {
      case Initial.Uniform uniform -> uniform(uniform.radius(), random);
      case Initial.Prior() -> posterior.priorPosition(random);
      case Initial.Values values ->
          given(values, values.sites().get(values.sites().size() == 1 ? 0 : chain));
    };
  }

  private double[] uniform(double radius, RandomGenerator random) {
    double[] position = new double[posterior.layout().dimension()];
    for (int i = 0; i < position.length; i++) {
      position[i] = radius * (2 * random.nextDouble() - 1);
    }
    return position;
  }

  private double[] given(Initial.Values values, Map<String, NamedArray> sites) {
    Map<String, double[]> arrays = new HashMap<>();
    for (NamedArray array : sites.values()) {
      if (values.shaped()) {
        checkShape(values.source(), array);
      }
      arrays.put(array.name(), array.values());
    }
    try {
      return posterior.unconstrain(arrays);
    } catch (UserException e) {
      throw new UserException(values.source() + ": " + e.getMessage(), e);
    }
  }

  private void checkShape(String source, NamedArray array) {
    Optional<Shape> expected = shape(array.name());
    if (expected.isPresent() && !expected.get().equals(array.shape())) {
      throw new UserException(
          source
              + ": '"
              + array.name()
              + "' has shape "
              + expected.get()
              + ", but the values given have shape "
              + array.shape());
    }
  }

  private Optional<Shape> shape(String name) {
    for (OutputLayout.Entry entry : posterior.outputs().entries()) {
      if (entry.name().equals(name)) {
        return Optional.of(entry.shape());
      }
    }
    List<Block> blocks = posterior.layout().blocks();
    return blocks.stream().filter(b -> b.name().equals(name)).map(Block::constrained).findFirst();
  }

  private Optional<String> problem(LogDensity density, double[] position, double[] gradient) {
    double value = density.valueAndGradient(position, gradient);
    if (!Double.isFinite(value)) {
      return Optional.of(
          density
              .lastFailure()
              .orElseGet(() -> "the log density is " + value + " at " + place(position)));
    }
    for (int i = 0; i < gradient.length; i++) {
      if (!Double.isFinite(gradient[i])) {
        String name = posterior.layout().coordinateNames().get(i);
        return Optional.of(
            "the gradient of '" + name + "' is " + gradient[i] + " at " + place(position));
      }
    }
    return Optional.empty();
  }

  /** {@return the first coordinates by name, on the unconstrained scale} */
  private String place(double[] position) {
    List<String> names = posterior.layout().coordinateNames();
    int shown = Math.min(position.length, 5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ").append(names.get(i)).append(" = ").append(position[i]);
    }
    return text.append(shown < position.length ? ", …" : "").append(" (unconstrained)").toString();
  }
}
