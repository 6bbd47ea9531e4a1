package planish.sampling.chains;

import java.util.random.RandomGenerator;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;

/**
 * A kernel whose answers are looked at before they are used: a plugin's mistake ends the chain with
 * a sentence, and never becomes draws that look right.
 */
final class CheckedKernel implements Kernel {
  private final Kernel kernel;
  private final int dimension;

  CheckedKernel(Kernel kernel, int dimension) {
    this.kernel = kernel;
    this.dimension = dimension;
  }

  @Override
  public ChainState start(double[] position, RandomGenerator random) {
    return checked(kernel.start(position, random));
  }

  @Override
  public Transition step(RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
    Transition transition = kernel.step(random, state, tuning, phase);
    if (transition == null || transition.statistics() == null) {
      throw new IllegalStateException("a step of the kernel gave null");
    }
    double acceptance = transition.acceptance();
    if (!(acceptance >= 0 && acceptance <= 1)) {
      throw new IllegalStateException(
          "an acceptance statistic lies in [0, 1], but the kernel gave " + acceptance);
    }
    checked(transition.state());
    return transition;
  }

  @Override
  public double findStepSize(RandomGenerator random, ChainState state, Tuning tuning) {
    double stepSize = kernel.findStepSize(random, state, tuning);
    if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException(
          "a step size is positive and finite, but the kernel gave " + stepSize);
    }
    return stepSize;
  }

  private ChainState checked(ChainState state) {
    if (state == null || state.position() == null || state.gradient() == null) {
      throw new IllegalStateException("the kernel gave null for a state");
    }
    if (state.position().length != dimension) {
      throw new IllegalStateException(
          "the density has %d coordinates, but the kernel gave a state with %d"
              .formatted(dimension, state.position().length));
    }
    return state;
  }
}
