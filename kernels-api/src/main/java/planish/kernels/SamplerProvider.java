package planish.kernels;

import planish.spi.Options;
import planish.spi.Provider;

/**
 * A whole way to run: one kernel per chain is one ({@code chains}); ensembles and adaptation across
 * chains are others.
 */
public interface SamplerProvider extends Provider {
  /**
   * {@return whether it makes its transitions with the plan's kernel and mass matrix; where it does
   * not, one that the user asks for is refused, and the plan has none}
   *
   * @implSpec Unless overridden, it does not.
   */
  default boolean usesKernel() {
    return false;
  }

  /**
   * Runs until every chain has its draws or the plan's stop signal is up.
   *
   * <p>The same plan gives the same draws, whatever the number of threads.
   *
   * @param target what is sampled, and where chains begin
   * @param plan how much, with which parts and from which random numbers
   * @param options this sampler's own options, checked
   * @param sink receives the draws
   * @throws InterruptedException if the calling thread is interrupted
   */
  void run(RunTarget target, RunPlan plan, Options options, DrawSink sink)
      throws InterruptedException;
}
