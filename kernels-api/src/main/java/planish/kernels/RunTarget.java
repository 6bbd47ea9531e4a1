package planish.kernels;

import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;

/**
 * What a run samples.
 *
 * @param density opens a density for each chain
 * @param layout how positions are divided into sites
 * @param initial where chains begin
 */
public record RunTarget(LogDensity.Source density, ParameterLayout layout, Start initial) {
  /** Chooses a chain's first position. Safe for many threads. */
  @FunctionalInterface
  public interface Start {
    /**
     * {@return a position with a finite log density and gradient}
     *
     * @param chain from 0
     * @param density the chain's density, to try positions with
     * @param random the chain's generator
     * @throws planish.spi.UserException if none was found; the message names the site and the value
     *     whose density is not finite
     */
    double[] position(int chain, LogDensity density, RandomGenerator random);
  }
}
