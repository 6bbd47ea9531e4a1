package planish.distributions.family;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;

/**
 * {@code binomial(N, theta)} (Stan Functions Reference, "Binomial distribution"). Where theta is a
 * logit's inverse, {@code binomial-logit} is better: it is exact for probabilities that round to 1.
 */
public final class BinomialFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public BinomialFamily() {}

  @Override
  public String name() {
    return "binomial";
  }

  @Override
  public String summary() {
    return "Successes of N trials with a probability each";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.count("N"), Argument.probability("theta"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return new WholeNumbers(arguments.get(0));
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr failures = arguments.get(0).minus(value);
    Expr theta = arguments.get(1);
    Expr ways = Special.logChoose(arguments.get(0), value);
    return ways.plus(Special.timesLog(value, theta)).plus(Special.timesLogRest(failures, theta));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return CountDraws.binomial(random, arguments[0], arguments[1], 1 - arguments[1]);
  }

  @Override
  public double cdf(double x, double... arguments) {
    return Special.binomialCdf(x, arguments[0], arguments[1], 1 - arguments[1]);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.count(x -> cdf(x, arguments), p, arguments[0]);
  }
}
