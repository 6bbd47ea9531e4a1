package planish.distributions;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.spi.Provider;

/** A distribution that can be found by name. */
public interface DistributionProvider extends Provider {
  /** {@return the names of its arguments, in order, as Stan's functions reference has them} */
  List<String> parameters();

  /**
   * {@return the distribution with these arguments}
   *
   * @param arguments one for each of {@link #parameters()}
   * @throws planish.spi.UserException if their number or shapes are wrong, or a constant is out of
   *     range; the message names the distribution and the argument
   */
  Distribution create(List<Expr> arguments);

  /**
   * {@return whether its distributions have a location and a scale: see {@link
   * Distribution#locationScale()}}
   */
  default boolean isLocationScale() {
    return false;
  }
}
