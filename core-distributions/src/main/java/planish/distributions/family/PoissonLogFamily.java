package planish.distributions.family;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.logGamma;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code poisson-log(alpha)}: Poisson with the mean exp(alpha) (Stan Functions Reference, "Poisson
 * distribution, log parameterization").
 */
public final class PoissonLogFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public PoissonLogFamily() {}

  @Override
  public String name() {
    return "poisson-log";
  }

  @Override
  public String summary() {
    return "Poisson counts with the logarithm of a mean";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.finite("alpha"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegativeIntegers();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr alpha = arguments.get(0);
    return value.times(alpha).minus(exp(alpha)).minus(logGamma(value.plus(1)));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return CountDraws.poisson(random, Elementary.exp(arguments[0]));
  }

  @Override
  public double cdf(double x, double... arguments) {
    double mean = Elementary.exp(arguments[0]);
    return x < 0 ? 0 : IncompleteGamma.upper(Math.floor(x) + 1, mean);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.count(x -> cdf(x, arguments), p, Double.POSITIVE_INFINITY);
  }
}
