package planish.distributions.family;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * A family over all real numbers whose values are {@code mu + sigma z}, {@code z} following the
 * family's standard distribution.
 */
interface LocationScaleFamily extends ScalarFamily {
  /** {@return a draw of the standard distribution} */
  double drawStandard(RandomGenerator random);

  /** {@return the probability of a standard value of at most z} */
  double standardCdf(double z);

  /** {@return the least z whose standard cdf is at least p} */
  double standardQuantile(double p);

  @Override
  default List<Argument> signature() {
    return List.of(Argument.finite("mu"), Argument.positive("sigma"));
  }

  @Override
  default int locationArgument() {
    return 0;
  }

  @Override
  default Constraint support(List<Expr> arguments) {
    return Constraints.real();
  }

  @Override
  default double draw(RandomGenerator random, double[] arguments) {
    return arguments[0] + arguments[1] * drawStandard(random);
  }

  @Override
  default double cdf(double x, double... arguments) {
    return standardCdf((x - arguments[0]) / arguments[1]);
  }

  @Override
  default double quantile(double p, double... arguments) {
    return arguments[0] + arguments[1] * standardQuantile(p);
  }
}
