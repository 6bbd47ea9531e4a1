package planish.distributions.family;

import static planish.autodiff.graph.Functions.sumLast;

import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.distributions.LocationScale;
import planish.distributions.Pushforward;
import planish.spi.UserException;
import planish.transforms.Constraint;

/**
 * A distribution whose last batch axes count as axes of one value (NumPyro's {@code Independent}):
 * log densities are summed over them.
 *
 * @param base the distribution of the parts
 * @param axes how many batch axes are taken
 */
public record Independent(Distribution base, int axes) implements Distribution {
  /**
   * Checks the number of axes.
   *
   * @throws UserException if the base has fewer batch axes
   */
  public Independent {
    if (axes < 0 || axes > base.batchShape().rank()) {
      throw new UserException(
          "independent: %s of batch shape %s has no %d batch axes to take"
              .formatted(base.name(), base.batchShape(), axes));
    }
  }

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public Constraint support() {
    return base.support();
  }

  @Override
  public Shape batchShape() {
    return base.batchShape().dropLast(axes);
  }

  @Override
  public Shape eventShape() {
    return base.batchShape().last(axes).then(base.eventShape());
  }

  @Override
  public Expr logProb(Expr value) {
    return sumLast(base.logProb(value), axes);
  }

  @Override
  public Expr logProbInside(Expr value) {
    return sumLast(base.logProbInside(value), axes);
  }

  @Override
  public List<Expr> arguments() {
    return base.arguments();
  }

  @Override
  public Distribution expand(Shape batch) {
    return new Independent(base.expand(batch.then(base.batchShape().last(axes))), axes);
  }

  @Override
  public RandomFunction variate() {
    return base.variate();
  }

  @Override
  public Expr draw(Graph graph) {
    return base.draw(graph);
  }

  @Override
  public Optional<LocationScale> locationScale() {
    return base.locationScale().map(parts -> new OfParts(parts, axes));
  }

  @Override
  public Optional<Pushforward> pushforward() {
    return base.pushforward().map(parts -> new PushedParts(parts, axes));
  }

  /** The way of the parts, from their bases together. */
  private record PushedParts(Pushforward parts, int axes) implements Pushforward {
    @Override
    public Distribution base() {
      return new Independent(parts.base(), axes);
    }

    @Override
    public Expr forward(Expr z) {
      return parts.forward(z);
    }

    @Override
    public Expr inverse(Expr value) {
      return parts.inverse(value);
    }
  }

  /** Location and scale of the parts. */
  private record OfParts(LocationScale parts, int axes) implements LocationScale {
    @Override
    public Expr location() {
      return parts.location();
    }

    @Override
    public Expr scale() {
      return parts.scale();
    }

    @Override
    public Distribution rebuild(Expr location, Expr scale) {
      return new Independent(parts.rebuild(location, scale), axes);
    }
  }
}
