package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code exponential(beta)} with the rate beta (Stan Functions Reference, "Exponential
 * distribution").
 */
public final class ExponentialFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public ExponentialFamily() {}

  @Override
  public String name() {
    return "exponential";
  }

  @Override
  public String summary() {
    return "Exponential with a rate";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("beta"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegative();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr beta = arguments.get(0);
    return log(beta).minus(beta.times(value));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return random.nextExponential() / arguments[0];
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x <= 0 ? 0 : -StrictMath.expm1(-arguments[0] * x);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return -StrictMath.log1p(-p) / arguments[0];
  }
}
