package planish.model;

import planish.spi.Options;
import planish.spi.Provider;

/** A reparameterisation that can be found by name. */
public interface ReparamProvider extends Provider {
  /**
   * {@return the reparameterisation}
   *
   * @param options this provider's options, checked
   */
  Reparam create(Options options);
}
