package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.DistributionProvider;
import planish.spi.UserException;

/** {@code multi-normal-cholesky}. */
public final class MultiNormalCholeskyProvider implements DistributionProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public MultiNormalCholeskyProvider() {}

  @Override
  public String name() {
    return "multi-normal-cholesky";
  }

  @Override
  public String summary() {
    return "Normal vectors with a mean and the Cholesky factor of the covariance";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<String> parameters() {
    return List.of("mu", "L");
  }

  @Override
  public Distribution create(List<Expr> arguments) {
    if (arguments.size() != 2) {
      throw new UserException(
          name() + " has the arguments " + parameters() + ", but got " + arguments.size());
    }
    return new MultiNormalCholesky(arguments.get(0), arguments.get(1));
  }
}
