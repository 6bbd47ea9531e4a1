package planish.acceptance;

import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.normal;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.model.ModelContext;

/** A logistic regression: alpha ~ normal(0, 1), beta ~ normal(0, 1.5), 20 outcomes. */
final class TwoCoefficients {
  private static final double[] X = predictors();

  private TwoCoefficients() {}

  static Calibration calibration() {
    return new Calibration(List.of("alpha", "beta"), TwoCoefficients::draw);
  }

  private static double[] predictors() {
    double[] x = new double[20];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 8) / 5.0;
    }
    return x;
  }

  private static JointDraw draw(RandomGenerator random) {
    double[] parameters = {random.nextGaussian(), 1.5 * random.nextGaussian()};
    double[] y = new double[X.length];
    for (int i = 0; i < y.length; i++) {
      double logOdds = parameters[0] + parameters[1] * X[i];
      y[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    }
    return new JointDraw(parameters, m -> state(m, y), q -> logLikelihood(q, y));
  }

  private static void state(ModelContext m, double[] y) {
    Expr alpha = m.sample("alpha", normal(0, 1));
    Expr beta = m.sample("beta", normal(0, 1.5));
    m.observe("y", bernoulliLogit(alpha.plus(beta.times(m.data("x", X)))), y);
  }

  private static double logLikelihood(double[] parameters, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += LogDensities.bernoulli(y[i], parameters[0] + parameters[1] * X[i]);
    }
    return sum;
  }
}
