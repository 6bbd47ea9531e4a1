package planish.acceptance;

import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.model.ModelContext;

/**
 * Three groups, non-centred: mu ~ normal(0, 5), tau ~ half-normal(5), z_j ~ normal(0, 1), y_j ~
 * normal(mu + tau z_j, sigma_j).
 */
final class GroupedEffects {
  private static final double[] SIGMA = {3, 5, 8};

  private GroupedEffects() {}

  static Calibration calibration() {
    return new Calibration(List.of("mu", "tau", "z[1]", "z[2]", "z[3]"), GroupedEffects::draw);
  }

  private static JointDraw draw(RandomGenerator random) {
    double[] parameters = new double[2 + SIGMA.length];
    parameters[0] = 5 * random.nextGaussian();
    parameters[1] = Math.abs(5 * random.nextGaussian());
    double[] y = new double[SIGMA.length];
    for (int j = 0; j < y.length; j++) {
      parameters[2 + j] = random.nextGaussian();
      y[j] = effect(parameters, j) + SIGMA[j] * random.nextGaussian();
    }
    return new JointDraw(parameters, m -> state(m, y), q -> logLikelihood(q, y));
  }

  private static void state(ModelContext m, double[] y) {
    Expr mu = m.sample("mu", normal(0, 5));
    Expr tau = m.sample("tau", halfNormal(5));
    Expr z = m.sample("z", normal(0, 1), y.length);
    m.observe("y", normal(mu.plus(tau.times(z)), m.data("sigma", SIGMA)), y);
  }

  private static double logLikelihood(double[] parameters, double[] y) {
    double sum = 0;
    for (int j = 0; j < y.length; j++) {
      sum += LogDensities.normal(y[j], effect(parameters, j), SIGMA[j]);
    }
    return sum;
  }

  private static double effect(double[] parameters, int group) {
    return parameters[0] + parameters[1] * parameters[2 + group];
  }
}
