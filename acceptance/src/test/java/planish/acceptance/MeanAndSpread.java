package planish.acceptance;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.sqrt;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.normal;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.model.ModelContext;
import planish.transforms.Constraints;

/**
 * Four numbers: mu ~ normal(0, 2), sigma ~ lognormal(0, 1), y_i ~ normal(mu, sigma). With two wrong
 * densities.
 */
final class MeanAndSpread {
  private static final int COUNT = 4;

  private MeanAndSpread() {}

  static Calibration calibration() {
    return of((m, y) -> {
      Expr mu = m.sample("mu", normal(0, 2));
      Expr sigma = m.sample("sigma", lognormal(0, 1));
      m.observe("y", normal(mu, sigma), y);
    });
  }

  /** The logarithm of sigma is the parameter, but the Jacobian of that is left out. */
  static Calibration withoutJacobian() {
    return of((m, y) -> {
      Expr mu = m.sample("mu", normal(0, 2));
      Expr sigma = exp(m.parameter("log_sigma", Constraints.real()));
      m.factor("prior", lognormal(0, 1).logProb(m.deterministic("sigma", sigma)));
      m.observe("y", normal(mu, sigma), y);
    });
  }

  /** The density has sigma as its variance, the data have it as their standard deviation. */
  static Calibration spreadTakenForVariance() {
    return of((m, y) -> {
      Expr mu = m.sample("mu", normal(0, 2));
      Expr sigma = m.sample("sigma", lognormal(0, 1));
      m.observe("y", normal(mu, sqrt(sigma)), y);
    });
  }

  private static Calibration of(BiConsumer<ModelContext, double[]> statements) {
    return new Calibration(List.of("mu", "sigma"), random -> draw(random, statements));
  }

  private static JointDraw draw(
      RandomGenerator random, BiConsumer<ModelContext, double[]> statements) {
    double[] parameters = {2 * random.nextGaussian(), Math.exp(random.nextGaussian())};
    double[] y = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      y[i] = parameters[0] + parameters[1] * random.nextGaussian();
    }
    return new JointDraw(parameters, m -> statements.accept(m, y), q -> logLikelihood(q, y));
  }

  private static double logLikelihood(double[] parameters, double[] y) {
    double sum = 0;
    for (double value : y) {
      sum += LogDensities.normal(value, parameters[0], parameters[1]);
    }
    return sum;
  }
}
