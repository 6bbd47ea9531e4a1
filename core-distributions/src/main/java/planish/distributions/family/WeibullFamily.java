package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.pow;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code weibull(alpha, sigma)}: (x / σ)^α is exponential with mean 1 (Stan Functions Reference,
 * "Weibull distribution").
 */
public final class WeibullFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public WeibullFamily() {}

  @Override
  public String name() {
    return "weibull";
  }

  @Override
  public String summary() {
    return "Positive number, a power of an exponential one";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("alpha"), Argument.positive("sigma"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegative();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr alpha = arguments.get(0);
    Expr sigma = arguments.get(1);
    Expr ratio = value.dividedBy(sigma);
    Expr constant = log(alpha).minus(log(sigma));
    // For α = 1 the logarithm's factor is 0, and must stay so where the logarithm is infinite.
    Expr power = Special.timesLog(alpha.minus(1), ratio);
    return power.minus(pow(ratio, alpha)).plus(constant);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[1] * Elementary.pow(random.nextExponential(), 1 / arguments[0]);
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x <= 0 ? 0 : -StrictMath.expm1(-StrictMath.pow(x / arguments[1], arguments[0]));
  }

  @Override
  public double quantile(double p, double... arguments) {
    return arguments[1] * StrictMath.pow(-StrictMath.log1p(-p), 1 / arguments[0]);
  }
}
