package planish.distributions.family;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.log;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;

/**
 * {@code laplace(mu, sigma)}: the density falls as exp(−|x − μ| / σ) (Stan Functions Reference,
 * "Double exponential (Laplace) distribution"; the name is NumPyro's). Its derivative at μ is taken
 * as 0.
 */
public final class LaplaceFamily implements LocationScaleFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public LaplaceFamily() {}

  @Override
  public String name() {
    return "laplace";
  }

  @Override
  public String summary() {
    return "Laplace (double exponential) with a mean and a scale";
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    Expr distance = abs(Special.standardised(value, arguments.get(0), sigma));
    return distance.negate().minus(log(sigma).plus(Special.LOG_TWO));
  }

  @Override
  public double drawStandard(RandomGenerator random) {
    double size = random.nextExponential();
    return random.nextBoolean() ? size : -size;
  }

  @Override
  public double standardCdf(double z) {
    return z < 0 ? 0.5 * StrictMath.exp(z) : 1 - 0.5 * StrictMath.exp(-z);
  }

  @Override
  public double standardQuantile(double p) {
    return p < 0.5 ? StrictMath.log(2 * p) : -StrictMath.log(2 * (1 - p));
  }
}
