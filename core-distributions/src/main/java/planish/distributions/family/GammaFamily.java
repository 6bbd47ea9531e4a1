package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logGamma;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code gamma(alpha, beta)} with the shape alpha and the rate beta (Stan Functions Reference,
 * "Gamma distribution").
 */
public final class GammaFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public GammaFamily() {}

  @Override
  public String name() {
    return "gamma";
  }

  @Override
  public String summary() {
    return "Gamma with a shape and a rate";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("alpha"), Argument.positive("beta"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegative();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr alpha = arguments.get(0);
    Expr beta = arguments.get(1);
    Expr constant = alpha.times(log(beta)).minus(logGamma(alpha));
    return Special.timesLog(alpha.minus(1), value).minus(beta.times(value)).plus(constant);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return GammaDraws.gamma(random, arguments[0]) / arguments[1];
  }

  @Override
  public double cdf(double x, double... arguments) {
    return IncompleteGamma.lower(arguments[0], arguments[1] * x);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.continuous(x -> cdf(x, arguments), p, 0, Double.POSITIVE_INFINITY);
  }
}
