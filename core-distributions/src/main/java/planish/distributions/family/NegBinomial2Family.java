package planish.distributions.family;

import static planish.autodiff.graph.Functions.log1p;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code neg-binomial-2(mu, phi)} with the mean mu and the variance mu + mu² / phi (Stan Functions
 * Reference, "Negative binomial distribution (alternative parameterization)").
 */
public final class NegBinomial2Family implements ScalarFamily {
  /** Found by {@link java.util.ServiceLoader}. */
  public NegBinomial2Family() {}

  @Override
  public String name() {
    return "neg-binomial-2";
  }

  @Override
  public String summary() {
    return "Negative binomial counts with a mean and a dispersion";
  }

  @Override
  public List<Argument> signature() {
    return List.of(Argument.positive("mu"), Argument.positive("phi"));
  }

  @Override
  public Constraint support(List<Expr> arguments) {
    return Constraints.nonNegativeIntegers();
  }

  @Override
  public Expr logDensity(Expr value, List<Expr> arguments) {
    Expr mu = arguments.get(0);
    Expr phi = arguments.get(1);
    Expr zeros = phi.times(log1p(mu.dividedBy(phi)));
    Expr others = value.times(log1p(phi.dividedBy(mu)));
    return Special.logWays(phi, value).minus(zeros).minus(others);
  }

  @Override
  public double draw(RandomGenerator random, double[] arguments) {
    return CountDraws.negativeBinomial(random, arguments[0], arguments[1]);
  }

  @Override
  public double cdf(double x, double... arguments) {
    double mu = arguments[0];
    double phi = arguments[1];
    return x < 0
        ? 0
        : IncompleteBeta.value(phi, Math.floor(x) + 1, phi / (mu + phi), mu / (mu + phi));
  }

  @Override
  public double quantile(double p, double... arguments) {
    return Inversion.count(x -> cdf(x, arguments), p, Double.POSITIVE_INFINITY);
  }
}
