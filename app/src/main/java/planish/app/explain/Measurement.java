package planish.app.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import planish.autodiff.LogDensity;

/** Times the gradient of a model in two forms beside each other. */
final class Measurement {
  /** Why there may be none. */
  static final String NO_POSITION = "at none of 100 random positions was the log density finite.";

  private static final int ATTEMPTS = 100;

  /** Of each several, since time depends on where in memory a workspace happens to lie. */
  private static final int COPIES = 3;

  private Measurement() {}

  /**
   * {@return the forms with their times, in order; none where no position was found at which the
   * density is finite}
   *
   * @param sides the forms of one density
   * @param seconds about how long to measure
   */
  static Optional<List<Side>> of(List<Side> sides, double seconds) {
    List<LogDensity> densities = new ArrayList<>();
    sides.forEach(side -> open(side, densities));
    return finitePosition(densities.getFirst())
        .map(position -> new Stopwatch(densities, position).measure(seconds))
        .map(times -> withTimes(sides, times));
  }

  private static void open(Side side, List<LogDensity> densities) {
    side.forms()
        .forEach((_, form) -> {
          for (int copy = 0; copy < COPIES; copy++) {
            densities.add(form.density().open());
          }
        });
  }

  /** In the order in which they were opened. */
  private static List<Side> withTimes(List<Side> sides, double[] times) {
    List<Side> timed = new ArrayList<>();
    int next = 0;
    for (Side side : sides) {
      Map<Way, Double> least = new EnumMap<>(Way.class);
      for (Way way : side.forms().keySet()) {
        for (int copy = 0; copy < COPIES; copy++) {
          least.merge(way, times[next++], Math::min);
        }
      }
      timed.add(side.withTimes(least));
    }
    return timed;
  }

  /** As chains begin: uniform in (-2, 2). */
  private static Optional<double[]> finitePosition(LogDensity density) {
    SplittableRandom random = new SplittableRandom(1);
    double[] gradient = new double[density.dimension()];
    for (int k = 0; k < ATTEMPTS; k++) {
      double[] position = random.doubles(density.dimension(), -2, 2).toArray();
      if (Double.isFinite(density.valueAndGradient(position, gradient))) {
        return Optional.of(position);
      }
    }
    return Optional.empty();
  }
}
