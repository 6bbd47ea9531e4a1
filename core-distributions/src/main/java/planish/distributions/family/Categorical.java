package planish.distributions.family;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExpLast;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.transforms.Constraint;

/**
 * {@code categorical(theta)} and {@code categorical-logit(beta)} (Stan Functions Reference,
 * "Categorical distribution"), but with categories from 0 as NumPyro has them.
 *
 * @param name with probabilities or logits
 * @param argument the probabilities or logits, {@code [..., K]}
 * @param logits whether they are logits
 * @param batchShape a shape that the axes of the argument before the last broadcast to
 */
public record Categorical(String name, Expr argument, boolean logits, Shape batchShape)
    implements Distribution {
  private static final Expr OUTSIDE = Expr.of(Double.NEGATIVE_INFINITY);

  /**
   * {@return the distribution with these probabilities}
   *
   * @throws planish.spi.UserException if they are constants that are negative or do not sum to 1
   */
  public static Categorical ofProbabilities(Expr theta) {
    Expr checked = Weights.checked("categorical", "theta", theta);
    return new Categorical("categorical", checked, false, theta.shape().dropLast(1));
  }

  /** {@return the distribution with these logarithms of probabilities, up to a constant} */
  public static Categorical ofLogits(Expr beta) {
    String name = "categorical-logit";
    Batches.checkVectors(name, "beta", beta);
    Expr checked = Argument.finite("beta").checked(name, beta);
    return new Categorical(name, checked, true, beta.shape().dropLast(1));
  }

  @Override
  public Constraint support() {
    return new WholeNumbers(Expr.of(argument.shape().length(-1) - 1));
  }

  @Override
  public Shape eventShape() {
    return Shape.scalar();
  }

  @Override
  public Expr logProb(Expr value) {
    return select(support().contains(value), logProbInside(value), OUTSIDE);
  }

  @Override
  public Expr logProbInside(Expr value) {
    int count = argument.shape().length(-1);
    Expr numbers = Expr.vector(IntStream.range(0, count).asDoubleStream().toArray());
    Expr chosen = equal(Batches.spread(value, 0, 1), numbers);
    Expr each = sumLast(select(chosen, logProbabilities(), Expr.of(0)), 1);
    Shape shape = Shape.broadcast(batchShape, each.shape());
    return broadcast(each, shape);
  }

  private Expr logProbabilities() {
    return logits
        ? argument.minus(Batches.spread(logSumExpLast(argument, 1), 0, 1))
        : log(argument);
  }

  @Override
  public List<Expr> arguments() {
    return List.of(argument);
  }

  @Override
  public Distribution expand(Shape batch) {
    Batches.checkExpands(name, batchShape, batch);
    return new Categorical(name, argument, logits, batch);
  }

  @Override
  public RandomFunction variate() {
    int count = argument.shape().length(-1);
    int[] sources = Repeat.indices(argument.shape(), batchShape.then(Shape.of(count)));
    return (random, arguments, out) -> {
      double[] own = new double[count];
      for (int i = 0; i < out.length; i++) {
        for (int k = 0; k < count; k++) {
          own[k] = arguments[0][sources[i * count + k]];
        }
        out[i] = Weights.draw(random, logits ? Weights.probabilities(own) : own);
      }
    };
  }
}
