package planish.distributions;

import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.family.Image;
import planish.distributions.family.Independent;
import planish.distributions.family.Pushed;
import planish.transforms.Constraint;
import planish.transforms.Transform;

/**
 * The distribution of f(x) where x has a base distribution (NumPyro's {@code
 * TransformedDistribution}): the log density at y is that of the base at f⁻¹(y), less the
 * log-Jacobian of f there. Where f takes more axes as one value than the base has, the last batch
 * axes of the base become axes of the value.
 *
 * <p>As in NumPyro, a plain site of such a distribution is sampled in the coordinates of its value,
 * by the transform onto its support: with a normal base and an affine transform, in the value
 * itself. It is a reparameterisation ({@code TransformReparam}) that samples the base instead.
 *
 * @param base the distribution of x
 * @param transform f
 */
public record TransformedDistribution(Distribution base, Transform transform)
    implements Distribution {
  @Override
  public String name() {
    return "transformed " + base.name();
  }

  /**
   * {@return the image of the base's support: positive numbers for the exponential of a normal
   * variable}
   *
   * <p>Where {@link Transform#image} does not know it (an affine transform of a positive number by
   * a multiplier whose sign is known only when the model is evaluated, a transform of another's
   * that does not say), it is a set that is reached through the base: its coordinates are the
   * base's.
   */
  @Override
  public Constraint support() {
    return transform.image(base.support()).orElseGet(this::reached);
  }

  private Image reached() {
    return new Image(base.support(), transform, eventRank());
  }

  private int eventRank() {
    return Math.max(base.eventShape().rank(), transform.eventRank());
  }

  /** The axes that the transform takes as one value, and the base as a batch. */
  private int taken() {
    return eventRank() - base.eventShape().rank();
  }

  @Override
  public Shape batchShape() {
    return base.batchShape().dropLast(taken());
  }

  @Override
  public Shape eventShape() {
    Shape whole = base.batchShape().then(base.eventShape());
    return Pushed.shape(transform, whole).last(eventRank());
  }

  @Override
  public Expr logProb(Expr value) {
    return select(
        reached().contains(value), logProbInside(value), Expr.of(Double.NEGATIVE_INFINITY));
  }

  @Override
  public Expr logProbInside(Expr value) {
    Expr x = transform.inverse(value);
    Expr density = sumLast(base.logProb(x), taken());
    Expr jacobian = transform.logAbsDetJacobian(x, value);
    return density.minus(sumLast(jacobian, eventRank() - transform.eventRank()));
  }

  /** {@return those of the base; the transform may hold expressions of its own} */
  @Override
  public List<Expr> arguments() {
    return base.arguments();
  }

  @Override
  public Distribution expand(Shape batch) {
    Shape taken = base.batchShape().last(taken());
    return new TransformedDistribution(base.expand(batch.then(taken)), transform);
  }

  /**
   * {@inheritDoc}
   *
   * @throws planish.spi.UserException if the transform's own arguments are not constants: {@link
   *     #draw} takes any
   */
  @Override
  public RandomFunction variate() {
    Shape whole = base.batchShape().then(base.eventShape());
    return new Pushed(base.variate(), whole, transform);
  }

  @Override
  public Optional<Pushforward> pushforward() {
    Distribution whole = taken() == 0 ? base : new Independent(base, taken());
    return Optional.of(new Through(whole, transform));
  }

  /** The base with the axes that the transform takes, and the way between. */
  private record Through(Distribution base, Transform transform) implements Pushforward {
    @Override
    public Expr forward(Expr z) {
      return transform.forward(z);
    }

    @Override
    public Expr inverse(Expr value) {
      return transform.inverse(value);
    }
  }

  @Override
  public Expr draw(Graph graph) {
    return transform.forward(base.draw(graph));
  }
}
