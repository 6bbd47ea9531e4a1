package planish.hmc;

import java.util.random.RandomGenerator;
import planish.kernels.ChainState;
import planish.spi.UserException;

/**
 * Finds a step size to begin with: doubles or halves it until the acceptance probability of a
 * single leapfrog step crosses 0.8, with a new momentum for each trial.
 *
 * <p>Source: M. D. Hoffman and A. Gelman, "The No-U-Turn Sampler", JMLR 15 (2014), algorithm 4,
 * with Stan's threshold of 0.8 in place of 0.5.
 */
public final class StepSizeSearch {
  /** log 0.8. */
  private static final double LOG_THRESHOLD = -0.2231435513142097557662950903;

  private static final double LARGEST = 1e7;

  private final Hamiltonian dynamics;
  private final PointPool pool;
  private final RandomGenerator random;

  /**
   * A search.
   *
   * @param dynamics what is simulated
   * @param pool where points come from; all its points are taken back
   * @param random for the momenta
   */
  public StepSizeSearch(Hamiltonian dynamics, PointPool pool, RandomGenerator random) {
    this.dynamics = dynamics;
    this.pool = pool;
    this.random = random;
  }

  /**
   * {@return the step size}
   *
   * @param state where the chain is
   * @param first where the search begins; above 1e7 it is given back as it is
   * @throws UserException if every step size up to 1e7 is accepted, or none above 0
   */
  public double find(ChainState state, double first) {
    if (dynamics.dimension() == 0 || first > LARGEST) {
      return first;
    }
    double stepSize = first;
    boolean growing = isAccepted(state, stepSize);
    while (isAccepted(state, stepSize) == growing) {
      stepSize = growing ? 2 * stepSize : 0.5 * stepSize;
      if (stepSize > LARGEST) {
        throw new UserException(
            "every step size up to 1e7 is accepted: the density is flat, so the posterior is"
                + " improper; give each unbounded parameter a proper prior");
      }
      if (stepSize == 0) {
        throw new UserException(
            "no step size is small enough to be accepted: the density is not continuous at the"
                + " chain's position, or its gradient is wrong; choose another initial position");
      }
    }
    return stepSize;
  }

  private boolean isAccepted(ChainState state, double stepSize) {
    pool.reset();
    PhasePoint from = pool.take();
    from.load(state);
    dynamics.refresh(random, from);
    PhasePoint to = pool.take();
    dynamics.leapfrog(from, stepSize, to);
    return from.energy() - to.energy() > LOG_THRESHOLD;
  }
}
