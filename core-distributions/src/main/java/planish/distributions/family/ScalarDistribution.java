package planish.distributions.family;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.distributions.LocationScale;
import planish.spi.UserException;
import planish.transforms.Constraint;

/**
 * A batch of independent numbers of one family.
 *
 * @param family what they are
 * @param arguments checked
 * @param batchShape a shape that all arguments broadcast to
 */
record ScalarDistribution(ScalarFamily family, List<Expr> arguments, Shape batchShape)
    implements Distribution {
  private static final Expr OUTSIDE = Expr.of(Double.NEGATIVE_INFINITY);

  static ScalarDistribution of(ScalarFamily family, List<Expr> given) {
    List<Argument> signature = family.signature();
    if (given.size() != signature.size()) {
      throw new UserException(
          family.name()
              + " has the arguments "
              + family.parameters()
              + ", but got "
              + given.size());
    }
    Shape batch = commonShape(family, given);
    List<Expr> checked = new ArrayList<>();
    for (int k = 0; k < given.size(); k++) {
      checked.add(signature.get(k).checked(family.name(), given.get(k)));
    }
    return new ScalarDistribution(family, List.copyOf(checked), batch);
  }

  private static Shape commonShape(ScalarFamily family, List<Expr> arguments) {
    Shape batch = Shape.scalar();
    for (Expr argument : arguments) {
      try {
        batch = Shape.broadcast(batch, argument.shape());
      } catch (IllegalArgumentException e) {
        throw new UserException(
            family.name() + ": its arguments do not broadcast: " + shapes(family, arguments), e);
      }
    }
    return batch;
  }

  private static String shapes(ScalarFamily family, List<Expr> arguments) {
    List<String> names = family.parameters();
    return java.util.stream.IntStream.range(0, names.size())
        .mapToObj(k -> names.get(k) + " has shape " + arguments.get(k).shape())
        .collect(Collectors.joining(", "));
  }

  @Override
  public String name() {
    return family.name();
  }

  @Override
  public Constraint support() {
    return family.support(arguments);
  }

  @Override
  public Shape eventShape() {
    return Shape.scalar();
  }

  @Override
  public Expr logProb(Expr value) {
    Expr inside = support().contains(value);
    return select(inside, logProbInside(value), OUTSIDE);
  }

  @Override
  public Expr logProbInside(Expr value) {
    Shape shape = Shape.broadcast(batchShape, value.shape());
    return broadcast(family.logDensity(value, arguments), shape);
  }

  @Override
  public Distribution expand(Shape batch) {
    Batches.checkExpands(name(), batchShape, batch);
    return batch.equals(batchShape) ? this : new ScalarDistribution(family, arguments, batch);
  }

  @Override
  public RandomFunction variate() {
    return new ScalarVariate(family, arguments.stream().map(Expr::shape).toList(), batchShape);
  }

  @Override
  public Optional<LocationScale> locationScale() {
    return family.isLocationScale()
        ? Optional.of(new ScalarLocationScale(this, family.locationArgument()))
        : Optional.empty();
  }
}
