package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.square;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.SpecialFunctions;

/** {@code normal(mu, sigma)} (Stan Functions Reference, "Normal distribution"). */
public final class NormalFamily implements LocationScaleFamily {
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
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    Expr z = Special.standardised(value, arguments.get(0), sigma);
    return square(z).times(-0.5).minus(log(sigma).plus(Special.HALF_LOG_TWO_PI));
  }

  @Override
  public double drawStandard(RandomGenerator random) {
    return random.nextGaussian();
  }

  @Override
  public double standardCdf(double z) {
    return SpecialFunctions.phi(z);
  }

  @Override
  public double standardQuantile(double p) {
    return SpecialFunctions.invPhi(p);
  }
}
