package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logGamma;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/** {@code poisson(lambda)} (Stan Functions Reference, "Poisson distribution"). */
public final class PoissonFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public PoissonFamily() {}

  @Override
  public String name() {
    return "poisson";
  }

  @Override
  public String summary() {
    return "Poisson counts with a mean";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("lambda"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegativeIntegers();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr lambda = arguments.get(0);
    return value.times(log(lambda)).minus(lambda).minus(logGamma(value.plus(1)));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return CountDraws.poisson(random, arguments[0]);
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x < 0 ? 0 : IncompleteGamma.upper(Math.floor(x) + 1, arguments[0]);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.count(x -> cdf(x, arguments), p, Double.POSITIVE_INFINITY);
  }
}
