package planish.hmc.metric;

import planish.autodiff.ParameterLayout;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.MassMatrixProvider;
import planish.spi.Options;

/** The mass matrix {@code dense}. */
public final class DenseProvider implements MassMatrixProvider {
  /** For the service loader. */
  public DenseProvider() {}

  @Override
  public String name() {
    return "dense";
  }

  @Override
  public String summary() {
    return "the inverse is the covariance of the warm-up's draws, regularised as in Stan";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public MassMatrixAdaptation create(ParameterLayout layout, Options options) {
    return GroupedAdaptation.of(CoordinateGroups.all(layout.dimension()));
  }
}
