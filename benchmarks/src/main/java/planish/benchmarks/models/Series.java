package planish.benchmarks.models;

import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Functions.square;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import java.util.Random;
import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.transforms.Constraints;

/** Time series of 200 synthetic values, as loops over time. */
public final class Series {
  private static final int LENGTH = 200;

  private Series() {}

  /** {@return each value from the one before it and the error before it} */
  public static Model arma() {
    double[] y = armaData();
    return m -> {
      Expr mu = m.sample("mu", normal(0, 10));
      Expr phi = m.sample("phi", normal(0, 2));
      Expr theta = m.sample("theta", normal(0, 2));
      Expr sigma = m.sample("sigma", halfCauchy(2.5));
      Expr data = m.data("y", y);
      Expr mean = mu.plus(phi.times(mu));
      m.observe("y.0", normal(mean, sigma), data.get(0));
      for (int t = 1; t < LENGTH; t++) {
        Expr error = data.get(t - 1).minus(mean);
        mean = mu.plus(phi.times(data.get(t - 1))).plus(theta.times(error));
        m.observe("y." + t, normal(mean, sigma), data.get(t));
      }
    };
  }

  private static double[] armaData() {
    Random random = new Random(11);
    double[] y = new double[LENGTH];
    double before = 0;
    double error = 0;
    for (int t = 0; t < LENGTH; t++) {
      double next = 0.3 * random.nextGaussian();
      y[t] = 0.2 + 0.7 * before + 0.3 * error + next;
      before = y[t];
      error = next;
    }
    return y;
  }

  /** {@return each variance from the one before it and the surprise before it} */
  public static Model garch() {
    double[] y = garchData();
    return m -> {
      Expr mu = m.parameter("mu", Constraints.real());
      Expr alpha0 = m.parameter("alpha0", Constraints.positive());
      Expr alpha1 = m.parameter("alpha1", Constraints.unitInterval());
      Expr left = Expr.of(1).minus(alpha1);
      Expr beta1 = m.parameter("beta1", Constraints.interval(Expr.of(0), left));
      Expr data = m.data("y", y);
      Expr sigma = Expr.of(0.5);
      m.observe("y.0", normal(mu, sigma), data.get(0));
      for (int t = 1; t < LENGTH; t++) {
        Expr news = alpha1.times(square(data.get(t - 1).minus(mu)));
        sigma = sqrt(alpha0.plus(news).plus(beta1.times(square(sigma))));
        m.observe("y." + t, normal(mu, sigma), data.get(t));
      }
    };
  }

  private static double[] garchData() {
    Random random = new Random(12);
    double[] y = new double[LENGTH];
    double variance = 0.25;
    for (int t = 0; t < LENGTH; t++) {
      double surprise = Math.sqrt(variance) * random.nextGaussian();
      y[t] = 1 + surprise;
      variance = 0.1 + 0.4 * surprise * surprise + 0.4 * variance;
    }
    return y;
  }
}
