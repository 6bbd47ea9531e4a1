package planish.distributions.family;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.DistributionProvider;
import planish.transforms.Constraint;

/** The distributions of one kind over single numbers: what differs between normal and Cauchy. */
public interface ScalarFamily extends DistributionProvider {
  /** {@return the arguments and their ranges, in order} */
  List<Argument> signature();

  /** {@return the set that values lie in, given the arguments} */
  Constraint support(List<Expr> arguments);

  /** {@return the log density of values inside the support; elsewhere it may be anything} */
  Expr logDensity(Expr value, List<Expr> arguments);

  /** {@return one draw, given the arguments' values} */
  double draw(RandomGenerator random, double[] arguments);

  /** {@return the probability of a value of at most x} */
  double cdf(double x, double... arguments);

  /**
   * {@return the least x whose cdf is at least p}
   *
   * @param p from 0 to 1
   */
  double quantile(double p, double... arguments);

  /**
   * {@return the index of the location among the arguments, the scale standing after it; −1 where
   * values are not location + scale · standard ones}
   */
  default int locationArgument() {
    return -1;
  }

  @Override
  default boolean isLocationScale() {
    return locationArgument() >= 0;
  }

  @Override
  default List<String> parameters() {
    return signature().stream().map(Argument::name).toList();
  }

  @Override
  default int spiVersion() {
    return 1;
  }

  @Override
  default Distribution create(List<Expr> arguments) {
    return ScalarDistribution.of(this, arguments);
  }
}
