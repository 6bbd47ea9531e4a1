package planish.hmc.metric;

import planish.autodiff.ParameterLayout;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.MassMatrixProvider;
import planish.spi.Options;

/** The mass matrix {@code identity}. */
public final class IdentityProvider implements MassMatrixProvider {
  /** For the service loader. */
  public IdentityProvider() {}

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public String summary() {
    return "one unit of mass for each coordinate; nothing is adapted";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public MassMatrixAdaptation create(ParameterLayout layout, Options options) {
    return MassMatrixAdaptation.identity(layout.dimension());
  }
}
