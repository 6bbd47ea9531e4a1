package planish.kernels;

import java.util.random.RandomGenerator;

/**
 * One Markov transition that leaves the density invariant.
 *
 * <p>An instance belongs to one chain and may own workspace, but nothing that the next step depends
 * on: that stands in the {@link ChainState}, so that a chain can be written down and go on
 * elsewhere with the same bits.
 */
public interface Kernel {
  /**
   * {@return the state of a chain that starts at a position}
   *
   * @param position the coordinates; copied
   * @param random for auxiliary variables that are part of the state
   */
  ChainState start(double[] position, RandomGenerator random);

  /**
   * Makes one transition.
   *
   * @param random the only source of randomness
   * @param state where the chain is; not changed
   * @param tuning step size, metric and whatever else the kernel is tuned by
   * @param phase for kernels whose settings differ between warm-up and sampling; the kernel adapts
   *     nothing in either
   * @return the next state and its statistics
   */
  Transition step(RandomGenerator random, ChainState state, Tuning tuning, Phase phase);

  /**
   * {@return a step size to begin with, or to begin again with after the metric has changed}
   *
   * @implSpec Unless overridden, the tuning's own step size: no search.
   */
  default double findStepSize(RandomGenerator random, ChainState state, Tuning tuning) {
    return tuning.stepSize();
  }
}
