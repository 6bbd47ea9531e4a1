package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** {@code lkj-corr-cholesky}. */
public final class LkjCholeskyProvider implements ArrayProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public LkjCholeskyProvider() {}

  @Override
  public String name() {
    return "lkj-corr-cholesky";
  }

  @Override
  public String summary() {
    return "Cholesky factors of correlation matrices with a concentration";
  }

  @Override
  public List<String> parameters() {
    return List.of("dimension", "eta");
  }

  @Override
  public Distribution of(List<Expr> arguments) {
    return Lkj.of(constant("dimension", arguments.get(0)), arguments.get(1), true);
  }
}
