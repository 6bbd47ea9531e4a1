package planish.distributions;

import java.util.List;
import java.util.stream.DoubleStream;
import planish.autodiff.graph.Expr;
import planish.distributions.family.MixtureFunction;
import planish.distributions.family.ScalarFamily;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;

/**
 * The distribution function of single numbers and its inverse, in plain doubles. Immutable; safe
 * for many threads.
 */
public interface Univariate {
  /** {@return the probability of a value of at most x; NaN for NaN} */
  double cdf(double x);

  /**
   * {@return the least x whose cdf is at least p}
   *
   * @param p from 0 to 1; NaN outside
   */
  double quantile(double p);

  /**
   * {@return the distribution function of a distribution that comes with Planish}
   *
   * @param name as providers have it: {@code student-t}
   * @param arguments in the order of the distribution's signature
   * @throws UserException if no distribution over single numbers has this name, or an argument is
   *     missing or out of its range
   */
  static Univariate of(String name, double... arguments) {
    Registry<DistributionProvider> all =
        Services.boot().find(DistributionProvider.class, "distribution");
    if (!(all.get(name) instanceof ScalarFamily family)) {
      throw new UserException(name + " has no distribution function of single numbers");
    }
    family.create(DoubleStream.of(arguments).mapToObj(Expr::of).toList());
    double[] values = arguments.clone();
    return new Univariate() {
      @Override
      public double cdf(double x) {
        return Double.isNaN(x) ? Double.NaN : family.cdf(x, values);
      }

      @Override
      public double quantile(double p) {
        return p >= 0 && p <= 1 ? family.quantile(p, values) : Double.NaN;
      }
    };
  }

  /**
   * {@return the distribution function of a finite mixture; its quantiles are found by bisection}
   *
   * @param weights the components' probabilities, which sum to 1
   * @param components as many
   * @throws UserException if there is not one weight of at least 0 for each, or they do not sum to
   *     1
   */
  static Univariate mixture(double[] weights, Univariate... components) {
    return new MixtureFunction(DoubleStream.of(weights).boxed().toList(), List.of(components));
  }
}
