package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code half-student-t(nu, sigma)}: the absolute value of a Student t variable with location 0;
 * its density is twice that of the variable. Stan writes it as a Student t with a lower bound of 0,
 * without the 2.
 */
public final class HalfStudentTFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public HalfStudentTFamily() {}

  @Override
  public String name() {
    return "half-student-t";
  }

  @Override
  public String summary() {
    return "Absolute value of a Student t variable with location 0";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("nu"), Argument.positive("sigma"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegative();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr sigma = arguments.get(1);
    Expr z = value.dividedBy(sigma);
    return Special.logStudentT(z, arguments.get(0)).minus(log(sigma).minus(Special.LOG_TWO));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return arguments[1] * Math.abs(GammaDraws.studentT(random, arguments[0]));
  }

  @Override
  public double cdf(double x, double... arguments) {
    if (x <= 0) {
      return 0;
    }
    double nu = arguments[0];
    double square = x / arguments[1] * (x / arguments[1]);
    double near = square == Double.POSITIVE_INFINITY ? 1 : square / (nu + square);
    return IncompleteBeta.value(0.5, nu / 2, near, nu / (nu + square));
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.continuous(x -> cdf(x, arguments), p, 0, Double.POSITIVE_INFINITY);
  }
}
