package planish.distributions.family;

import static planish.autodiff.graph.Functions.logGamma;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code chi-square(nu)}: gamma with the shape nu / 2 and the rate 1 / 2 (Stan Functions Reference,
 * "Chi-square distribution").
 */
public final class ChiSquareFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public ChiSquareFamily() {}

  @Override
  public String name() {
    return "chi-square";
  }

  @Override
  public String summary() {
    return "Chi-square with degrees of freedom";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("nu"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegative();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr half = arguments.get(0).times(0.5);
    Expr constant = half.times(Special.LOG_TWO).plus(logGamma(half));
    return Special.timesLog(half.minus(1), value).minus(value.times(0.5)).minus(constant);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return 2 * GammaDraws.gamma(random, arguments[0] / 2);
  }

  @Override
  public double cdf(double x, double... arguments) {
    return IncompleteGamma.lower(arguments[0] / 2, x / 2);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.continuous(x -> cdf(x, arguments), p, 0, Double.POSITIVE_INFINITY);
  }
}
