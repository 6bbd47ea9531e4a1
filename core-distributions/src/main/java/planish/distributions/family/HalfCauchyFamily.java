package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1p;
import static planish.autodiff.graph.Functions.square;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code half-cauchy(sigma)}: the absolute value of a Cauchy variable with median 0; its density is
 * twice that of the variable. Stan writes it as a Cauchy with a lower bound of 0, without the 2.
 */
public final class HalfCauchyFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public HalfCauchyFamily() {}

  @Override
  public String name() {
    return "half-cauchy";
  }

  @Override
  public String summary() {
    return "Absolute value of a Cauchy variable with median 0";
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
    Expr constant = log(sigma).plus(Special.LOG_PI - Special.LOG_TWO);
    return log1p(square(value.dividedBy(sigma))).negate().minus(constant);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[0] * Elementary.tan(Math.PI / 2 * random.nextDouble());
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x <= 0 ? 0 : 2 * StrictMath.atan(x / arguments[0]) / Math.PI;
  }

  @Override
  public double quantile(double p, double... arguments) {
    double z =
        p < 0.5 ? Elementary.tan(Math.PI / 2 * p) : 1 / Elementary.tan(Math.PI / 2 * (1 - p));
    return arguments[0] * z;
  }
}
