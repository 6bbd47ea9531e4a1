package planish.kernels;

import planish.autodiff.ParameterLayout;
import planish.spi.Options;
import planish.spi.Provider;

/** A form of mass matrix that can be found by name. */
public interface MassMatrixProvider extends Provider {
  /**
   * {@return the adaptation of one chain}
   *
   * @param layout how positions are divided into sites, for forms that treat sites differently
   * @param options this provider's options, checked
   */
  MassMatrixAdaptation create(ParameterLayout layout, Options options);
}
