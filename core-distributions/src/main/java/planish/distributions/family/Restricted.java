package planish.distributions.family;

import static planish.autodiff.graph.Functions.select;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;

/**
 * A distribution restricted to a set without being normalised again, as Stan's {@code ordered[K]
 * mu; mu ~ normal(0, 1)} is: the set replaces the support, and the log density there stays what it
 * was. Where values of the set have more axes than the base's, the last batch axes are taken for
 * them.
 *
 * @param base its event has the axes of the set's values
 * @param support the set, within the base's own support
 */
public record Restricted(Distribution base, Constraint support) implements Distribution {
  /**
   * {@return the restricted distribution}
   *
   * @throws UserException if the base has fewer axes than the set's values
   */
  public static Restricted of(Distribution base, Constraint support) {
    int axes = support.eventRank() - base.eventShape().rank();
    if (axes > base.batchShape().rank()) {
      throw new UserException(
          "restricted to %s: %s of batch shape %s and event shape %s must be expanded first"
              .formatted(support.description(), base.name(), base.batchShape(), base.eventShape()));
    }
    return new Restricted(axes > 0 ? new Independent(base, axes) : base, support);
  }

  @Override
  public String name() {
    return "restricted " + base.name();
  }

  @Override
  public Shape batchShape() {
    return base.batchShape();
  }

  @Override
  public Shape eventShape() {
    return base.eventShape();
  }

  @Override
  public Expr logProb(Expr value) {
    Expr inside = support.contains(value);
    return select(inside, base.logProb(value), Expr.of(Double.NEGATIVE_INFINITY));
  }

  @Override
  public Expr logProbInside(Expr value) {
    return base.logProbInside(value);
  }

  @Override
  public List<Expr> arguments() {
    return base.arguments();
  }

  @Override
  public Distribution expand(Shape batch) {
    return new Restricted(base.expand(batch), support);
  }

  /** {@return draws from the base until they lie in the set, the whole array at once} */
  @Override
  public RandomFunction variate() {
    return new Rejection(base.variate(), batchShape().then(eventShape()), support);
  }
}
