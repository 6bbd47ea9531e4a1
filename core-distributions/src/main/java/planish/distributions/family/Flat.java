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
 * The improper density 1 over a set.
 *
 * @param support the set
 * @param batchShape the shape of independent values
 * @param eventShape the shape of one value
 */
public record Flat(Constraint support, Shape batchShape, Shape eventShape) implements Distribution {
  /**
   * One value of a set of numbers.
   *
   * @param support a set of numbers, not of vectors
   */
  public Flat(Constraint support) {
    this(support, Shape.scalar(), Shape.scalar());
    if (support.eventRank() != 0) {
      throw new UserException(
          "flat over " + support.description() + " needs the shape of one value");
    }
  }

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public Expr logProb(Expr value) {
    return select(support.contains(value), logProbInside(value), Expr.of(Double.NEGATIVE_INFINITY));
  }

  @Override
  public Expr logProbInside(Expr value) {
    Shape batch = value.shape().dropLast(eventShape.rank());
    return Expr.full(Shape.broadcast(batchShape, batch), 0);
  }

  @Override
  public List<Expr> arguments() {
    return List.of();
  }

  @Override
  public Distribution expand(Shape batch) {
    Batches.checkExpands("flat", batchShape, batch);
    return new Flat(support, batch, eventShape);
  }

  @Override
  public RandomFunction variate() {
    throw new UserException(
        "the flat density over "
            + support.description()
            + " is improper: nothing can be drawn from it");
  }
}
