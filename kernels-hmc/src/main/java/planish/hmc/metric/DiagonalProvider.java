package planish.hmc.metric;

import planish.autodiff.ParameterLayout;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.MassMatrixProvider;
import planish.spi.Options;

/** The mass matrix {@code diagonal}. */
public final class DiagonalProvider implements MassMatrixProvider {
  /** For the service loader. */
  public DiagonalProvider() {}

  @Override
  public String name() {
    return "diagonal";
  }

  @Override
  public String summary() {
    return "inverse masses are the variances of the warm-up's draws, regularised as in Stan";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public MassMatrixAdaptation create(ParameterLayout layout, Options options) {
    return new DiagonalAdaptation(layout.dimension());
  }
}
