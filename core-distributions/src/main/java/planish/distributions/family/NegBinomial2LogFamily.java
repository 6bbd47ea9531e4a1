package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.autodiff.vector.Elementary;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code neg-binomial-2-log(eta, phi)} with the mean exp(eta) (Stan Functions Reference, "Negative
 * binomial distribution (log alternative parameterization)").
 */
public final class NegBinomial2LogFamily implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public NegBinomial2LogFamily() {}

  @Override
  public String name() {
    return "neg-binomial-2-log";
  }

  @Override
  public String summary() {
    return "Negative binomial counts with the logarithm of a mean and a dispersion";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.finite("eta"), Argument.positive("phi"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegativeIntegers();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr phi = arguments.get(1);
    Expr odds = arguments.get(0).minus(log(phi));
    Expr zeros = phi.times(log1pExp(odds));
    Expr others = value.times(log1pExp(odds.negate()));
    return Special.logWays(phi, value).minus(zeros).minus(others);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return CountDraws.negativeBinomial(random, Elementary.exp(arguments[0]), arguments[1]);
  }

  @Override
  public double cdf(double x, double... arguments) {
    double phi = arguments[1];
    double odds = arguments[0] - Elementary.log(phi);
    return x < 0
        ? 0
        : IncompleteBeta.value(
            phi, Math.floor(x) + 1, Elementary.invLogit(-odds), Elementary.invLogit(odds));
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.count(x -> cdf(x, arguments), p, Double.POSITIVE_INFINITY);
  }
}
