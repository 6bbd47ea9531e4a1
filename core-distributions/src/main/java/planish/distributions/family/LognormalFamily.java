package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.square;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.SpecialFunctions;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/** {@code lognormal(mu, sigma)} (Stan Functions Reference, "Lognormal distribution"). */
public final class LognormalFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public LognormalFamily() {}

  @Override
  public String name() {
    return "lognormal";
  }

  @Override
  public String summary() {
    return "Positive number whose logarithm is normal";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.finite("mu"), Argument.positive("sigma"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.positive();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    Expr logarithm = log(value);
    Expr z = Special.standardised(logarithm, arguments.get(0), sigma);
    Expr constant = log(sigma).plus(Special.HALF_LOG_TWO_PI);
    return square(z).times(-0.5).minus(logarithm).minus(constant);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return Elementary.exp(arguments[0] + arguments[1] * random.nextGaussian());
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x <= 0 ? 0 : SpecialFunctions.phi((StrictMath.log(x) - arguments[0]) / arguments[1]);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Elementary.exp(arguments[0] + arguments[1] * SpecialFunctions.invPhi(p));
  }
}
