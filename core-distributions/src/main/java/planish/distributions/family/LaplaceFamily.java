package planish.distributions.family;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.log;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code laplace(mu, sigma)}: the density falls as exp(−|x − μ| / σ) (Stan Functions Reference,
 * "Double exponential (Laplace) distribution"; the name is NumPyro's). Its derivative at μ is taken
 * as 0.
 */
public final class LaplaceFamily implements ScalarFamily {
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
  public List<Argument> signature() {
    return List.of(Argument.finite("mu"), Argument.positive("sigma"));
  }

  @Override
  public int locationArgument() {
    return 0;
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.real();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    Expr distance = abs(Special.standardised(value, arguments.get(0), sigma));
    return distance.negate().minus(log(sigma).plus(Special.LOG_TWO));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    double size = random.nextExponential();
    return arguments[0] + arguments[1] * (random.nextBoolean() ? size : -size);
  }

  @Override
  public double cdf(double x, double... arguments) {
    double z = (x - arguments[0]) / arguments[1];
    return z < 0 ? 0.5 * StrictMath.exp(z) : 1 - 0.5 * StrictMath.exp(-z);
  }

  @Override
  public double quantile(double p, double... arguments) {
    double z = p < 0.5 ? StrictMath.log(2 * p) : -StrictMath.log(2 * (1 - p));
    return arguments[0] + arguments[1] * z;
  }
}
