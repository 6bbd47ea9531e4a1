package planish.distributions.family;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExpLast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;

/**
 * A finite mixture of components of different families, the component summed out: log Σ exp(log w_k
 * + log p_k(x)) (Stan User's Guide, "Finite mixtures"; NumPyro's {@code MixtureGeneral}).
 *
 * @param weights {@code [..., K]}, checked
 * @param components K distributions of one batch and one event shape
 * @param support the set that values lie in; each component's own is looked at beside it
 */
public record MixtureGeneral(Expr weights, List<Distribution> components, Constraint support)
    implements Distribution {
  private static final String NAME = "mixture-general";

  /**
   * {@return the mixture of components with one support}
   *
   * @throws UserException if there are none, their supports differ, or the shapes do not fit
   */
  public static MixtureGeneral of(Expr weights, List<Distribution> components) {
    if (components.isEmpty()) {
      throw new UserException(NAME + ": expected at least one component");
    }
    Constraint first = components.getFirst().support();
    if (components.stream().anyMatch(each -> !each.support().equals(first))) {
      throw new UserException(
          NAME
              + ": its components have different supports ("
              + components.stream()
                  .map(each -> each.name() + ": " + each.support().description())
                  .collect(Collectors.joining("; "))
              + "); give the mixture's own");
    }
    return of(weights, first, components);
  }

  /**
   * {@return the mixture over a set}
   *
   * @throws UserException if the shapes do not fit, whole and real numbers are mixed, or the
   *     weights are constants that are negative or do not sum to 1
   */
  public static MixtureGeneral of(Expr weights, Constraint support, List<Distribution> components) {
    Expr checked = Weights.checked(NAME, "weights", weights);
    check(weights, support, components);
    try {
      Shape batch = weights.shape().dropLast(1);
      for (Distribution component : components) {
        batch = Shape.broadcast(batch, component.batchShape());
      }
      return new MixtureGeneral(checked, expanded(components, batch), support);
    } catch (IllegalArgumentException e) {
      throw new UserException(NAME + ": " + e.getMessage(), e);
    }
  }

  private static void check(Expr weights, Constraint support, List<Distribution> components) {
    if (weights.shape().length(-1) != components.size()) {
      throw new UserException(
          "%s: weights of shape %s for %d components"
              .formatted(NAME, weights.shape(), components.size()));
    }
    for (Distribution component : components) {
      if (!component.eventShape().equals(components.getFirst().eventShape())) {
        throw new UserException(
            "%s: %s has values of shape %s, but %s of shape %s"
                .formatted(
                    NAME,
                    components.getFirst().name(),
                    components.getFirst().eventShape(),
                    component.name(),
                    component.eventShape()));
      }
      if (component.discrete() != support.discrete()) {
        throw new UserException(
            "%s: %s is over %s, which do not mix with %s"
                .formatted(
                    NAME,
                    component.name(),
                    component.support().description(),
                    support.description()));
      }
    }
  }

  private static List<Distribution> expanded(List<Distribution> components, Shape batch) {
    return components.stream().map(each -> each.expand(batch)).toList();
  }

  @Override
  public String name() {
    return components.stream()
        .map(Distribution::name)
        .collect(Collectors.joining(" and ", "mixture of ", ""));
  }

  @Override
  public Shape batchShape() {
    return components.getFirst().batchShape();
  }

  @Override
  public Shape eventShape() {
    return components.getFirst().eventShape();
  }

  @Override
  public Expr logProb(Expr value) {
    return marginal(components.stream().map(each -> each.logProb(value)).toList());
  }

  @Override
  public Expr logProbInside(Expr value) {
    return marginal(components.stream().map(each -> inside(each, value)).toList());
  }

  /** A value of the whole may lie outside the support of one component. */
  private Expr inside(Distribution component, Expr value) {
    return component.support().equals(support)
        ? component.logProbInside(value)
        : component.logProb(value);
  }

  private Expr marginal(List<Expr> densities) {
    List<Expr> columns = densities.stream().map(each -> Batches.spread(each, 0, 1)).toList();
    int axis = columns.getFirst().shape().rank() - 1;
    return logSumExpLast(concatenate(columns, axis).plus(log(weights)), 1);
  }

  /** {@return the weights, and the components' own, in order} */
  @Override
  public List<Expr> arguments() {
    List<Expr> all = new ArrayList<>();
    all.add(weights);
    components.forEach(each -> all.addAll(each.arguments()));
    return all;
  }

  @Override
  public Distribution expand(Shape batch) {
    return new MixtureGeneral(weights, expanded(components, batch), support);
  }

  /** {@return draws all components, and keeps one for each of the batch} */
  @Override
  public RandomFunction variate() {
    Shape count = Shape.of(components.size());
    return new MixtureGeneralVariate(
        components.stream().map(Distribution::variate).toList(),
        components.stream().map(each -> each.arguments().size()).toList(),
        Repeat.indices(weights.shape(), batchShape().then(count)),
        eventShape().size());
  }
}
