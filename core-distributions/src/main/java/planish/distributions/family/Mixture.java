package planish.distributions.family;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExpLast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;

/**
 * A finite mixture with the component summed out: log Σ exp(log w_k + log p_k(x)) (Stan User's
 * Guide, "Finite mixtures"; NumPyro's {@code MixtureSameFamily}). The components have one support.
 *
 * @param weights {@code [..., K]}, checked
 * @param components of batch shape {@code [..., K]}
 */
public record Mixture(Expr weights, Distribution components) implements Distribution {
  /**
   * {@return the mixture over the last batch axis}
   *
   * @throws UserException if the shapes do not fit, or the weights are constants that are negative
   *     or do not sum to 1
   */
  public static Mixture of(Expr weights, Distribution components) {
    Expr checked = Weights.checked("mixture", "weights", weights);
    Shape batch = components.batchShape();
    int count = weights.shape().length(-1);
    if (batch.isScalar() || batch.length(-1) != count) {
      throw new UserException(
          "mixture: weights of shape %s need components whose last batch axis has length %d, but got batch shape %s"
              .formatted(weights.shape(), count, batch));
    }
    try {
      return new Mixture(checked, components.expand(Shape.broadcast(batch, weights.shape())));
    } catch (IllegalArgumentException e) {
      throw new UserException("mixture: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "mixture of " + components.name();
  }

  @Override
  public Constraint support() {
    return components.support();
  }

  @Override
  public Shape batchShape() {
    return components.batchShape().dropLast(1);
  }

  @Override
  public Shape eventShape() {
    return components.eventShape();
  }

  @Override
  public Expr logProb(Expr value) {
    return marginal(components.logProb(beforeComponents(value)));
  }

  @Override
  public Expr logProbInside(Expr value) {
    return marginal(components.logProbInside(beforeComponents(value)));
  }

  private Expr beforeComponents(Expr value) {
    return Batches.spread(value, eventShape().rank(), 1);
  }

  private Expr marginal(Expr densities) {
    return logSumExpLast(densities.plus(log(weights)), 1);
  }

  /** {@return the weights, and the components' own} */
  @Override
  public List<Expr> arguments() {
    List<Expr> all = new ArrayList<>();
    all.add(weights);
    all.addAll(components.arguments());
    return all;
  }

  @Override
  public Distribution expand(Shape batch) {
    Shape count = components.batchShape().last(1);
    return new Mixture(weights, components.expand(batch.then(count)));
  }

  /** {@return draws all components, and keeps one for each of the batch} */
  @Override
  public RandomFunction variate() {
    RandomFunction all = components.variate();
    Shape whole = components.batchShape();
    int count = whole.length(-1);
    int event = eventShape().size();
    int[] sources = Repeat.indices(weights.shape(), whole);
    return (random, arguments, out) -> {
      double[] each = new double[whole.size() * event];
      all.draw(random, Arrays.copyOfRange(arguments, 1, arguments.length), each);
      double[] own = new double[count];
      for (int i = 0; i * event < out.length; i++) {
        for (int k = 0; k < count; k++) {
          own[k] = arguments[0][sources[i * count + k]];
        }
        int from = (i * count + Weights.draw(random, own)) * event;
        System.arraycopy(each, from, out, i * event, event);
      }
    };
  }
}
