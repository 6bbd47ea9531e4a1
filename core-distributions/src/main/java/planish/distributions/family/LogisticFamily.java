package planish.distributions.family;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;

/**
 * {@code logistic(mu, sigma)}: the inverse logit of (x − μ) / σ is uniform (Stan Functions
 * Reference, "Logistic distribution").
 */
public final class LogisticFamily implements LocationScaleFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public LogisticFamily() {}

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public String summary() {
    return "Logistic with a mean and a scale";
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    // Even in z: on the side where exp(−z) is small, no two large numbers meet.
    Expr z = abs(Special.standardised(value, arguments.get(0), sigma));
    return log1pExp(z.negate()).times(-2).minus(z).minus(log(sigma));
  }

  @Override
  public double drawStandard(RandomGenerator random) {
    double u = random.nextDouble();
    while (u == 0) {
      u = random.nextDouble();
    }
    return standardQuantile(u);
  }

  @Override
  public double standardCdf(double z) {
    return Elementary.invLogit(z);
  }

  @Override
  public double standardQuantile(double p) {
    return Elementary.log(p) - Elementary.log1p(-p);
  }
}
