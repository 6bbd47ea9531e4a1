package planish.sampling;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import planish.autodiff.Block;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.autodiff.vector.Elementary;
import planish.model.OutputLayout;
import planish.model.OutputLayout.Entry;
import planish.model.OutputLayout.Role;
import planish.model.Posterior;
import planish.spi.UserException;

/**
 * Rubin's eight schools (1981), non-centred, by hand: mu ~ N(0, 5), tau ~ half-Cauchy(0, 5), z ~
 * N(0, 1), y ~ N(mu + tau z, sigma); the position is (mu, log tau, z). One generated quantity, a
 * matrix, draws random numbers.
 *
 * @param firstEstimate the first school's estimate, 28 in Rubin's data
 */
record EightSchools(double firstEstimate) implements Posterior {
  private static final double[] Y = {28, 8, -3, 7, -1, 1, 18, 12};
  private static final double[] SIGMA = {15, 10, 16, 11, 9, 11, 10, 18};

  static EightSchools rubin() {
    return new EightSchools(28);
  }

  @Override
  public String name() {
    return "eight-schools";
  }

  @Override
  public LogDensity.Source density() {
    return () -> new Density(firstEstimate);
  }

  @Override
  public ParameterLayout layout() {
    Shape one = Shape.scalar();
    return new ParameterLayout(
        List.of(
            new Block("mu", "mu", 0, one, one),
            new Block("tau", "tau", 1, one, one),
            new Block("z", "theta", 2, Shape.of(8), Shape.of(8))));
  }

  @Override
  public OutputLayout outputs() {
    return new OutputLayout(
        List.of(
            new Entry("mu", Shape.scalar(), 0, Role.PARAMETER),
            new Entry("tau", Shape.scalar(), 1, Role.PARAMETER),
            new Entry("theta", Shape.of(8), 2, Role.DETERMINISTIC),
            new Entry("noise", Shape.of(2, 3), 10, Role.GENERATED)));
  }

  @Override
  public DrawWriter openWriter() {
    return (position, random, out) -> {
      out[0] = position[0];
      out[1] = Elementary.exp(position[1]);
      for (int i = 0; i < 8; i++) {
        out[2 + i] = out[0] + out[1] * position[2 + i];
      }
      for (int i = 10; i < 16; i++) {
        out[i] = random.nextGaussian();
      }
    };
  }

  @Override
  public double[] unconstrain(Map<String, double[]> values) {
    double[] position = new double[10];
    for (Map.Entry<String, double[]> site : values.entrySet()) {
      switch (site.getKey()) {
        case "mu" -> position[0] = site.getValue()[0];
        case "tau" -> position[1] = Elementary.log(positive(site.getValue()[0]));
        case "z" -> System.arraycopy(site.getValue(), 0, position, 2, 8);
        default -> throw new UserException("unknown site '" + site.getKey() + "'");
      }
    }
    return position;
  }

  private static double positive(double tau) {
    if (!(tau > 0)) {
      throw new UserException("'tau' = " + tau + " is not positive");
    }
    return tau;
  }

  @Override
  public double[] priorPosition(RandomGenerator random) {
    double[] position = new double[10];
    for (int i = 0; i < 10; i++) {
      position[i] = random.nextGaussian();
    }
    return position;
  }

  /** The log density up to a constant, with its gradient. */
  private record Density(double firstEstimate) implements LogDensity {
    @Override
    public int dimension() {
      return 10;
    }

    @Override
    public double value(double[] position) {
      return valueAndGradient(position, new double[10]);
    }

    @Override
    public double valueAndGradient(double[] position, double[] gradient) {
      double mu = position[0];
      double tau = Elementary.exp(position[1]);
      double scaled = 1 + tau * tau / 25;
      double value = -mu * mu / 50 - Elementary.log(scaled) + position[1];
      gradient[0] = -mu / 25;
      gradient[1] = 1 - 2 * tau * tau / 25 / scaled;
      for (int i = 0; i < 8; i++) {
        double z = position[2 + i];
        double y = i == 0 ? firstEstimate : Y[i];
        double residual = (y - mu - tau * z) / SIGMA[i];
        value -= 0.5 * (z * z + residual * residual);
        gradient[0] += residual / SIGMA[i];
        gradient[1] += tau * z * residual / SIGMA[i];
        gradient[2 + i] = -z + tau * residual / SIGMA[i];
      }
      return value;
    }
  }
}
