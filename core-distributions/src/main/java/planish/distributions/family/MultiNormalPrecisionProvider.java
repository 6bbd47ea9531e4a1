package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** {@code multi-normal-prec}. */
public final class MultiNormalPrecisionProvider implements ArrayProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public MultiNormalPrecisionProvider() {}

  @Override
  public String name() {
    return "multi-normal-prec";
  }

  @Override
  public String summary() {
    return "Normal vectors with a mean and a precision matrix";
  }

  @Override
  public List<String> parameters() {
    return List.of("mu", "Omega");
  }

  @Override
  public Distribution of(List<Expr> arguments) {
    return MultiNormal.of(arguments.get(0), arguments.get(1), true);
  }
}
