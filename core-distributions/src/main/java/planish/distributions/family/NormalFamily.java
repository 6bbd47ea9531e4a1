package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.square;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.SpecialFunctions;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/** {@code normal(mu, sigma)} (Stan Functions Reference, "Normal distribution"). */
public final class NormalFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public NormalFamily() {}

  @Override
  public String name() {
    return "normal";
  }

  @Override
  public String summary() {
    return "Normal with a mean and a standard deviation";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.finite("mu"), Argument.positive("sigma"));
  }

  @Override
  public int locationArgument() {
    return 0;
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.real();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    Expr z = Special.standardised(value, arguments.get(0), sigma);
    return square(z).times(-0.5).minus(log(sigma).plus(Special.HALF_LOG_TWO_PI));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[0] + arguments[1] * random.nextGaussian();
  }

  @Override
  public double cdf(double x, double... arguments) {
    return SpecialFunctions.phi((x - arguments[0]) / arguments[1]);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return arguments[0] + arguments[1] * SpecialFunctions.invPhi(p);
  }
}
