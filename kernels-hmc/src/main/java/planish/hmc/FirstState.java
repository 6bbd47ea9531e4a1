package planish.hmc;

import planish.autodiff.LogDensity;
import planish.kernels.ChainState;
import planish.spi.UserException;

/** Where a chain starts. */
public final class FirstState {
  private FirstState() {}

  /**
   * {@return the state at a position, which is copied}
   *
   * @throws UserException if the log density there is not finite
   */
  public static ChainState at(LogDensity density, double[] position) {
    double[] own = position.clone();
    double[] gradient = new double[own.length];
    double value = density.valueAndGradient(own, gradient);
    if (!Double.isFinite(value)) {
      throw new UserException(
          "the log density where the chain starts is "
              + value
              + density.lastFailure().map(reason -> " (" + reason + ")").orElse("")
              + "; a chain must start where it is finite: choose another initial position");
    }
    return ChainState.of(own, value, gradient);
  }
}
