package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** {@code lkj-corr}. */
public final class LkjCorrProvider implements ArrayProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public LkjCorrProvider() {}

  @Override
  public String name() {
    return "lkj-corr";
  }

  @Override
  public String summary() {
    return "Correlation matrices with a concentration";
  }

  @Override
  public List<String> parameters() {
    return List.of("dimension", "eta");
  }

  @Override
  public Distribution of(List<Expr> arguments) {
    return Lkj.of(constant("dimension", arguments.get(0)), arguments.get(1), false);
  }
}
