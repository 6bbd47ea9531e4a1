package planish.kernelcheck;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import planish.autodiff.LogDensity;

/**
 * A density with exact draws.
 *
 * @param name for messages
 * @param density opens it
 * @param draw makes one exact draw
 * @param uniforms functions of a position that are uniform on (0, 1) under the density, by name
 */
public record Target(
    String name,
    Supplier<LogDensity> density,
    Draw draw,
    Map<String, ToDoubleFunction<double[]>> uniforms) {

  /** One exact draw. */
  @FunctionalInterface
  public interface Draw {
    /** {@return a position} */
    double[] position(RandomGenerator random);
  }

  @Override
  public String toString() {
    return name;
  }

  /** {@return targets of the shapes on which kernels go wrong} */
  public static List<Target> difficult() {
    return List.of(gaussian(2, 0.95), mixture(), funnel());
  }

  /**
   * {@return a stationary chain of normals: each coordinate has variance 1 and correlation ρ with
   * the one before}
   *
   * @param dimension an even number
   */
  public static Target gaussian(int dimension, double rho) {
    double innovation = Math.sqrt(1 - rho * rho);
    return new Target(
        "gaussian " + dimension + " correlation " + rho,
        () -> new PlainDensity(dimension, (q, g) -> chainDensity(q, g, rho)),
        random -> {
          double[] q = new double[dimension];
          for (int i = 0; i < dimension; i++) {
            double z = random.nextGaussian();
            q[i] = i == 0 ? z : rho * q[i - 1] + innovation * z;
          }
          return q;
        },
        Map.of(
            "first", q -> Cdf.normal(q[0]),
            "last", q -> Cdf.normal(q[dimension - 1]),
            "innovation", q -> Cdf.normal((q[1] - rho * q[0]) / innovation),
            "distance",
                q -> Cdf.chiSquared(dimension, -2 * chainDensity(q, new double[dimension], rho))));
  }

  private static double chainDensity(double[] q, double[] gradient, double rho) {
    double precision = 1 / (1 - rho * rho);
    double sum = q[0] * q[0];
    gradient[0] = -q[0];
    for (int i = 1; i < q.length; i++) {
      double e = q[i] - rho * q[i - 1];
      sum += e * e * precision;
      gradient[i] = -e * precision;
      gradient[i - 1] += rho * e * precision;
    }
    return -0.5 * sum;
  }

  /** {@return a normal at −2 with weight 0.3 and sd 0.5, and one at 2 with weight 0.7 and sd 1} */
  public static Target mixture() {
    return new Target(
        "mixture",
        () -> new PlainDensity(1, Target::mixtureDensity),
        random ->
            new double[] {
              random.nextDouble() < 0.3
                  ? -2 + 0.5 * random.nextGaussian()
                  : 2 + random.nextGaussian()
            },
        Map.of("value", q -> 0.3 * Cdf.normal((q[0] + 2) / 0.5) + 0.7 * Cdf.normal(q[0] - 2)));
  }

  private static double mixtureDensity(double[] q, double[] gradient) {
    double a = (q[0] + 2) / 0.5;
    double b = q[0] - 2;
    double left = Math.log(0.3 / 0.5) - 0.5 * a * a;
    double right = Math.log(0.7) - 0.5 * b * b;
    double most = Math.max(left, right);
    double total = most + Math.log(Math.exp(left - most) + Math.exp(right - most));
    gradient[0] = -Math.exp(left - total) * a / 0.5 - Math.exp(right - total) * b;
    return total;
  }

  /** {@return Neal's funnel, centred: v is normal with sd 3, two others have variance exp(v)} */
  public static Target funnel() {
    return new Target(
        "funnel",
        () -> new PlainDensity(3, Target::funnelDensity),
        random -> {
          double v = 3 * random.nextGaussian();
          double scale = Math.exp(0.5 * v);
          return new double[] {v, scale * random.nextGaussian(), scale * random.nextGaussian()};
        },
        Map.of(
            "v", q -> Cdf.normal(q[0] / 3),
            "x", q -> Cdf.normal(q[1] * Math.exp(-0.5 * q[0])),
            "y", q -> Cdf.normal(q[2] * Math.exp(-0.5 * q[0])),
            "radius", q -> Cdf.chiSquared(2, (q[1] * q[1] + q[2] * q[2]) * Math.exp(-q[0]))));
  }

  private static double funnelDensity(double[] q, double[] gradient) {
    double precision = Math.exp(-q[0]);
    double squares = IntStream.of(1, 2).mapToDouble(i -> q[i] * q[i]).sum();
    gradient[0] = -q[0] / 9 - 1 + 0.5 * precision * squares;
    gradient[1] = -precision * q[1];
    gradient[2] = -precision * q[2];
    return -q[0] * q[0] / 18 - q[0] - 0.5 * precision * squares;
  }
}
