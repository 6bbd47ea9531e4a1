package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1p;
import static planish.autodiff.graph.Functions.square;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;

/**
 * {@code cauchy(mu, sigma)} (Stan Functions Reference, "Cauchy distribution"). Beyond 1e154 scales
 * from the median the square overflows, and the log density is minus infinity.
 */
public final class CauchyFamily implements LocationScaleFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public CauchyFamily() {}

  @Override
  public String name() {
    return "cauchy";
  }

  @Override
  public String summary() {
    return "Cauchy with a median and a scale";
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    Expr z = Special.standardised(value, arguments.get(0), sigma);
    return log1p(square(z)).negate().minus(log(sigma).plus(Special.LOG_PI));
  }

  @Override
  public double drawStandard(RandomGenerator random) {
    return Elementary.tan(Math.PI * (random.nextDouble() - 0.5));
  }

  @Override
  public double standardCdf(double z) {
    return StrictMath.atan2(1, -z) / Math.PI;
  }

  @Override
  public double standardQuantile(double p) {
    // Far from the median the tangent's complement keeps the digits of p, or of 1 - p.
    if (p < 0.25) {
      return -1 / Elementary.tan(Math.PI * p);
    }
    return p > 0.75 ? 1 / Elementary.tan(Math.PI * (1 - p)) : Elementary.tan(Math.PI * (p - 0.5));
  }
}
