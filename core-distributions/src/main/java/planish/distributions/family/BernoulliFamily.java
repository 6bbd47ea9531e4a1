package planish.distributions.family;

import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1p;
import static planish.autodiff.graph.Functions.select;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code bernoulli(theta)} (Stan Functions Reference, "Bernoulli distribution"). Where theta is a
 * logit's inverse, {@code bernoulli-logit} is better: it is exact for probabilities that round to
 * 1.
 */
public final class BernoulliFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public BernoulliFamily() {}

  @Override
  public String name() {
    return "bernoulli";
  }

  @Override
  public String summary() {
    return "0 or 1, given the probability of a 1";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.probability("theta"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.booleans();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr theta = arguments.get(0);
    return select(equal(value, Expr.of(1)), log(theta), log1p(theta.negate()));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return random.nextDouble() < arguments[0] ? 1 : 0;
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x < 0 ? 0 : x < 1 ? 1 - arguments[0] : 1;
  }

  @Override
  public double quantile(double p, double... arguments) {
    return p <= 1 - arguments[0] ? 0 : 1;
  }
}
