package planish.distributions.family;

import static planish.autodiff.graph.Functions.log1pExp;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;

/**
 * {@code binomial-logit(N, alpha)} (Stan Functions Reference, "Binomial distribution, logit
 * parameterization").
 */
public final class BinomialLogitFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public BinomialLogitFamily() {}

  @Override
  public String name() {
    return "binomial-logit";
  }

  @Override
  public String summary() {
    return "Successes of N trials with the logit of a probability each";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.count("N"), Argument.finite("alpha"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return new WholeNumbers(arguments.get(0));
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr failures = arguments.get(0).minus(value);
    Expr alpha = arguments.get(1);
    Expr ways = Special.logChoose(arguments.get(0), value);
    Expr misses = value.times(log1pExp(alpha.negate())).plus(failures.times(log1pExp(alpha)));
    return ways.minus(misses);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    double p = Elementary.invLogit(arguments[1]);
    return CountDraws.binomial(random, arguments[0], p, Elementary.invLogit(-arguments[1]));
  }

  @Override
  public double cdf(double x, double... arguments) {
    double p = Elementary.invLogit(arguments[1]);
    return Special.binomialCdf(x, arguments[0], p, Elementary.invLogit(-arguments[1]));
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.count(x -> cdf(x, arguments), p, arguments[0]);
  }
}
