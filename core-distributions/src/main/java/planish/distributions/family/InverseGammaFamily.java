package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logGamma;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code inverse-gamma(alpha, beta)} with the shape alpha and the scale beta: one over a gamma
 * variable of shape alpha and rate beta (Stan Functions Reference, "Inverse gamma distribution";
 * Stan spells it inv_gamma).
 */
public final class InverseGammaFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public InverseGammaFamily() {}

  @Override
  public String name() {
    return "inverse-gamma";
  }

  @Override
  public String summary() {
    return "One over a gamma variable";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("alpha"), Argument.positive("beta"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.positive();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr alpha = arguments.get(0);
    Expr beta = arguments.get(1);
    Expr constant = alpha.times(log(beta)).minus(logGamma(alpha));
    Expr power = alpha.plus(1).times(log(value));
    return constant.minus(power).minus(beta.dividedBy(value));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[1] * Elementary.exp(-GammaDraws.logarithm(random, arguments[0]));
  }

  @Override
  public double cdf(double x, double... arguments) {
    return x <= 0 ? 0 : IncompleteGamma.upper(arguments[0], arguments[1] / x);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.continuous(x -> cdf(x, arguments), p, 0, Double.POSITIVE_INFINITY);
  }
}
