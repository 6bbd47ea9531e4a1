package planish.distributions.family;

import static planish.autodiff.graph.Functions.select;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;

/**
 * A distribution that counts only where a mask holds (NumPyro's {@code mask}): elsewhere the log
 * density is 0, whatever the value, and so is its derivative. Draws do not look at the mask.
 *
 * @param base the distribution
 * @param mask neither 0 nor NaN where it counts; broadcasts with the batch
 * @param batchShape the common shape of both
 */
public record Masked(Distribution base, Expr mask, Shape batchShape) implements Distribution {
  private static final Expr ZERO = Expr.of(0);

  /** {@return the masked distribution over the common batch} */
  public static Masked of(Distribution base, Expr mask) {
    try {
      Shape batch = Shape.broadcast(base.batchShape(), mask.shape());
      return new Masked(base.expand(batch), mask, batch);
    } catch (IllegalArgumentException e) {
      throw new UserException("mask of " + base.name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "masked " + base.name();
  }

  @Override
  public Constraint support() {
    return base.support();
  }

  @Override
  public Shape eventShape() {
    return base.eventShape();
  }

  @Override
  public Expr logProb(Expr value) {
    return select(mask, base.logProb(value), ZERO);
  }

  @Override
  public Expr logProbInside(Expr value) {
    return select(mask, base.logProbInside(value), ZERO);
  }

  @Override
  public List<Expr> arguments() {
    return base.arguments();
  }

  @Override
  public Distribution expand(Shape batch) {
    return new Masked(base.expand(batch), mask, batch);
  }

  @Override
  public RandomFunction variate() {
    return base.variate();
  }

  @Override
  public Expr draw(Graph graph) {
    return base.draw(graph);
  }
}
