package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** {@code categorical}. */
public final class CategoricalProvider implements ArrayProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public CategoricalProvider() {}

  @Override
  public String name() {
    return "categorical";
  }

  @Override
  public String summary() {
    return "Categories from 0 with their probabilities";
  }

  @Override
  public List<String> parameters() {
    return List.of("theta");
  }

  @Override
  public Distribution of(List<Expr> arguments) {
    return Categorical.ofProbabilities(arguments.get(0));
  }
}
