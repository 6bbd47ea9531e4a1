package planish.sampling;

import planish.autodiff.ParameterLayout;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.MassMatrixProvider;
import planish.spi.Options;

/**
 * What stands in the plan of a kernel that uses no mass matrix: the identity, which learns nothing.
 */
final class NoMassMatrix implements MassMatrixProvider {
  static final String NAME = "none";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "none: the kernel uses no mass matrix";
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
