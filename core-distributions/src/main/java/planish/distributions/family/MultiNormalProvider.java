package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** {@code multi-normal}. */
public final class MultiNormalProvider implements ArrayProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public MultiNormalProvider() {}

  @Override
  public String name() {
    return "multi-normal";
  }

  @Override
  public String summary() {
    return "Normal vectors with a mean and a covariance matrix";
  }

  @Override
  public List<String> parameters() {
    return List.of("mu", "Sigma");
  }

  @Override
  public Distribution of(List<Expr> arguments) {
    return MultiNormal.of(arguments.get(0), arguments.get(1), false);
  }
}
