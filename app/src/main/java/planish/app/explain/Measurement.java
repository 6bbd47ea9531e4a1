package planish.app.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import planish.autodiff.LogDensity;
import planish.model.Compilation;

/**
 * Times of a model's gradient in two forms, measured beside each other.
 *
 * @param before microseconds of the first, in the order of {@link Way#present()}
 * @param after those of the second
 * @param generating how long it took to make the second's code
 */
record Measurement(List<Double> before, List<Double> after, Duration generating) {
  private static final int ATTEMPTS = 100;

  /**
   * {@return the times, or none where no position was found at which the density is finite}
   *
   * @param before the first form
   * @param after the second
   * @param seconds about how long to measure
   */
  static Optional<Measurement> of(Compilation before, Compilation after, double seconds) {
    List<LogDensity> densities = open(before);
    long begin = System.nanoTime();
    densities.addAll(open(after));
    Duration generating = Duration.ofNanos(System.nanoTime() - begin);
    return finitePosition(densities.getFirst())
        .map(position -> new Stopwatch(densities, position).measure(seconds))
        .map(times -> Arrays.stream(times).boxed().toList())
        .map(times -> {
          int half = times.size() / 2;
          return new Measurement(
              times.subList(0, half), times.subList(half, times.size()), generating);
        });
  }

  private static List<LogDensity> open(Compilation compilation) {
    List<LogDensity> open = new ArrayList<>();
    Way.present().forEach(way -> open.add(compilation.density(way.mode()).open()));
    return open;
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
