package planish.distributions.family;

import static planish.autodiff.graph.Functions.log1pExp;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code bernoulli-logit(alpha)} (Stan Functions Reference, "Bernoulli-logit distribution").
 *
 * <p>The log density is −log(1 + exp((1 − 2y) α)): y α − log(1 + exp(α)) would cancel for y = 1.
 */
public final class BernoulliLogitFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public BernoulliLogitFamily() {}

  @Override
  public String name() {
    return "bernoulli-logit";
  }

  @Override
  public String summary() {
    return "0 or 1 with the logit of the probability of 1";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.finite("alpha"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.booleans();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sign = value.times(-2).plus(1);
    return log1pExp(sign.times(arguments.get(0))).negate();
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return random.nextDouble() < Elementary.invLogit(arguments[0]) ? 1 : 0;
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x < 0 ? 0 : x < 1 ? Elementary.invLogit(-arguments[0]) : 1;
  }

  @Override
  public double quantile(double p, double... arguments) {
    return p <= Elementary.invLogit(-arguments[0]) ? 0 : 1;
  }
}
