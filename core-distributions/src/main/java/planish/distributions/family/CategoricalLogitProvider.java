package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** {@code categorical-logit}. */
public final class CategoricalLogitProvider implements ArrayProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public CategoricalLogitProvider() {}

  @Override
  public String name() {
    return "categorical-logit";
  }

  @Override
  public String summary() {
    return "Categories from 0 with logarithms of their probabilities";
  }

  @Override
  public List<String> parameters() {
    return List.of("beta");
  }

  @Override
  public Distribution of(List<Expr> arguments) {
    return Categorical.ofLogits(arguments.get(0));
  }
}
