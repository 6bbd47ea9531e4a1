package planish.autodiff.vector;

import planish.spi.Provider;

/**
 * A provider of loops faster than the plain ones. With none on the module path all runs on plain
 * loops, with the same bits.
 */
public interface VectorBackend extends Provider {
  /** {@return the loops; the same object at every call} */
  VectorLoops loops();
}
