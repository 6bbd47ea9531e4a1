package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.DistributionProvider;
import planish.spi.UserException;
import planish.transforms.Constraints;

/** {@code flat}: the improper density 1 over all real numbers. */
public final class FlatProvider implements DistributionProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public FlatProvider() {}

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public String summary() {
    return "Improper uniform density over a constraint's set";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<String> parameters() {
    return List.of();
  }

  @Override
  public Distribution create(List<Expr> arguments) {
    if (!arguments.isEmpty()) {
      throw new UserException("flat has no arguments, but got " + arguments.size());
    }
    return new Flat(Constraints.real());
  }
}
