package planish.vector;

import planish.autodiff.vector.VectorBackend;
import planish.autodiff.vector.VectorLoops;

/** Loops on the JDK's incubating Vector API. */
public final class VectorApiBackend implements VectorBackend {
  /** For {@link java.util.ServiceLoader}. */
  public VectorApiBackend() {}

  @Override
  public String name() {
    return "vector-api";
  }

  @Override
  public String summary() {
    return "loops on the JDK's Vector API";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  /**
   * {@inheritDoc}
   *
   * @throws planish.spi.UserException if {@code planish.vector.lanes} is none of 2, 4 and 8
   */
  @Override
  public VectorLoops loops() {
    // Fails here with its own message, not as an error of class initialisation.
    LaneChoice.species();
    return VectorApiLoops.INSTANCE;
  }
}
