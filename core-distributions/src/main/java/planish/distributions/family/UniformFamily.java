package planish.distributions.family;

import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code uniform(alpha, beta)} between two bounds (Stan Functions Reference, "Uniform
 * distribution").
 */
public final class UniformFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public UniformFamily() {}

  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public String summary() {
    return "Uniform between two bounds";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.finite("alpha"), Argument.finite("beta"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.interval(arguments.get(0), arguments.get(1));
  }

  @Override
  public Distribution create(List<Expr> arguments) {
    Distribution plain = ScalarFamily.super.create(arguments);
    Expr alpha = arguments.get(0);
    Expr beta = arguments.get(1);
    Expr above = less(alpha, beta);
    String message = "uniform: beta must be above alpha, but is";
    try {
      Expr checked = Functions.checked(beta, above, beta, message);
      return new ScalarDistribution(this, List.of(alpha, checked), plain.batchShape());
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    return log(arguments.get(1).minus(arguments.get(0))).negate();
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[0] + (arguments[1] - arguments[0]) * random.nextDouble();
  }

  @Override
  public double cdf(double x, double... arguments) {
    return Math.clamp((x - arguments[0]) / (arguments[1] - arguments[0]), 0.0, 1.0);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return arguments[0] + (arguments[1] - arguments[0]) * p;
  }
}
