package planish.distributions.family;

import static planish.autodiff.graph.Functions.logBeta;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/** {@code beta(alpha, beta)} (Stan Functions Reference, "Beta distribution"). */
public final class BetaFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public BetaFamily() {}

  @Override
  public String name() {
    return "beta";
  }

  @Override
  public String summary() {
    return "Beta on numbers between 0 and 1";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("alpha"), Argument.positive("beta"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.unitInterval();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr alpha = arguments.get(0);
    Expr beta = arguments.get(1);
    Expr first = Special.timesLog(alpha.minus(1), value);
    Expr second = Special.timesLogRest(beta.minus(1), value);
    return first.plus(second).minus(logBeta(alpha, beta));
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return Elementary.invLogit(GammaDraws.betaLogit(random, arguments[0], arguments[1]));
  }

  @Override
  public double cdf(double x, double... arguments) {
    return IncompleteBeta.value(arguments[0], arguments[1], x, 1 - x);
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.continuous(x -> cdf(x, arguments), p, 0, 1);
  }
}
