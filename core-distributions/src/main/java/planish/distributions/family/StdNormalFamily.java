package planish.distributions.family;

import static planish.autodiff.graph.Functions.square;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.SpecialFunctions;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code std-normal()}: normal with mean 0 and standard deviation 1 (Stan Functions Reference,
 * "Standard normal distribution").
 */
public final class StdNormalFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public StdNormalFamily() {}

  @Override
  public String name() {
    return "std-normal";
  }

  @Override
  public String summary() {
    return "Normal with mean 0 and standard deviation 1";
  }

  @Override
  public List<Argument> signature() {
    return List.of();
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.real();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    return square(value).times(-0.5).minus(Special.HALF_LOG_TWO_PI);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return random.nextGaussian();
  }

  @Override
  public double cdf(double x, double... arguments) {
    return SpecialFunctions.phi(x);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return SpecialFunctions.invPhi(p);
  }
}
