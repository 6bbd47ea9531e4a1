package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code student-t(nu, mu, sigma)} (Stan Functions Reference, "Student-t distribution"). Beyond
 * 1e154 scales from the location the square overflows, and the log density is minus infinity.
 */
public final class StudentTFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public StudentTFamily() {}

  @Override
  public String name() {
    return "student-t";
  }

  @Override
  public String summary() {
    return "Student t with degrees of freedom, a location and a scale";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("nu"), Argument.finite("mu"), Argument.positive("sigma"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.real();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(2);
    Expr z = Special.standardised(value, arguments.get(1), sigma);
    return Special.logStudentT(z, arguments.get(0)).minus(log(sigma));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[1] + arguments[2] * GammaDraws.studentT(random, arguments[0]);
  }

  @Override
  public double cdf(double x, double... arguments) {
    double nu = arguments[0];
    double z = (x - arguments[1]) / arguments[2];
    double square = z * z;
    double near = square == Double.POSITIVE_INFINITY ? 1 : square / (nu + square);
    double tail = 0.5 * IncompleteBeta.value(nu / 2, 0.5, nu / (nu + square), near);
    return z < 0 ? tail : 1 - tail;
  }

  @Override
  public double quantile(double p, double... arguments) {
    if (p == 0.5) {
      return arguments[1];
    }
    double nu = arguments[0];
    double tail = Math.min(p, 1 - p);
    double z = Inversion.continuous(t -> cdf(t, nu, 0, 1), tail, Double.NEGATIVE_INFINITY, -0.0);
    return arguments[1] + arguments[2] * (p < 0.5 ? z : -z);
  }

  @Override
  public int locationArgument() {
    return 1;
  }
}
