package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.square;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.SpecialFunctions;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code half-normal(sigma)}: the absolute value of a normal variable with mean 0 and standard
 * deviation sigma; its density is twice that of the variable.
 */
public final class HalfNormalFamily implements ScalarFamily {
  private static final double SQRT_HALF = 0.70710678118654752440;

  /** Found by {@link java.util.ServiceLoader}. */
  public HalfNormalFamily() {}

  @Override
  public String name() {
    return "half-normal";
  }

  @Override
  public String summary() {
    return "Absolute value of a normal variable with mean 0";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("sigma"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegative();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(0);
    Expr constant = log(sigma).plus(Special.HALF_LOG_TWO_PI - Special.LOG_TWO);
    return square(value.dividedBy(sigma)).times(-0.5).minus(constant);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[0] * Math.abs(random.nextGaussian());
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x <= 0 ? 0 : SpecialFunctions.erf(x / arguments[0] * SQRT_HALF);
  }

  @Override
  public double quantile(double p, double... arguments) {
    double z = SpecialFunctions.invPhi(0.5 + p / 2);
    // Half of a small p is lost beside 1/2: one more step from the centre out.
    double density = StrictMath.exp(-z * z / 2 - Special.HALF_LOG_TWO_PI);
    double rest = (SpecialFunctions.erf(z * SQRT_HALF) - p) / 2 / density;
    return arguments[0] * (p < 0.5 ? z - rest : z);
  }
}
