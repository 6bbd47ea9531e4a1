package planish.hmc.kernel;

import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.autodiff.vector.Elementary;
import planish.hmc.EuclideanHamiltonian;
import planish.hmc.FirstState;
import planish.hmc.Hamiltonian;
import planish.hmc.PhasePoint;
import planish.hmc.PointPool;
import planish.hmc.StepSizeSearch;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.spi.Options;

/**
 * Hamiltonian Monte Carlo with a fixed integration time.
 *
 * <p>Source: R. M. Neal, "MCMC using Hamiltonian dynamics", Handbook of Markov Chain Monte Carlo
 * (2011), section 5.3.2; step-size jitter as in its section 5.4.2.2.
 */
final class StaticHmcKernel implements Kernel {
  static final String INTEGRATION_TIME = "integration-time";
  static final String JITTER = "step-size-jitter";

  private final LogDensity density;
  private final PointPool pool;
  private final double integrationTime;
  private final double jitter;

  StaticHmcKernel(LogDensity density, Options options) {
    this.density = density;
    this.pool = new PointPool(density.dimension());
    this.integrationTime = options.real(INTEGRATION_TIME);
    this.jitter = options.real(JITTER);
  }

  @Override
  public ChainState start(double[] position, RandomGenerator random) {
    return FirstState.at(density, position);
  }

  @Override
  public double findStepSize(RandomGenerator random, ChainState state, Tuning tuning) {
    Hamiltonian dynamics = new EuclideanHamiltonian(density, tuning.metric());
    return new StepSizeSearch(dynamics, pool, random).find(state, tuning.stepSize());
  }

  @Override
  public Transition step(RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
    Hamiltonian dynamics = new EuclideanHamiltonian(density, tuning.metric());
    double stepSize = jittered(random, tuning.stepSize());
    pool.reset();
    PhasePoint start = pool.take();
    start.load(state);
    dynamics.refresh(random, start);
    PhasePoint end = trajectory(dynamics, start, stepSize, steps(tuning.stepSize()));
    double error = end.energy() - start.energy();
    double acceptance = Double.isNaN(error) ? 0 : Math.min(1, Elementary.exp(-error));
    boolean accepted = acceptance >= 1 || random.nextDouble() < acceptance;
    boolean divergent = !(error <= Hamiltonian.DIVERGENCE);
    double energy = accepted ? end.energy() : start.energy();
    double[] statistics = {stepSize, integrationTime, energy, divergent ? 1 : 0};
    ChainState next = accepted ? end.toState() : state;
    return new Transition(next, acceptance, divergent, statistics);
  }

  /** Stan's number of steps: from the step size without jitter, at least one. */
  private int steps(double stepSize) {
    return Math.max(1, (int) (integrationTime / stepSize));
  }

  private double jittered(RandomGenerator random, double stepSize) {
    return jitter == 0 ? stepSize : stepSize * (1 + jitter * (2 * random.nextDouble() - 1));
  }

  /**
   * Ends early where the energy is not finite. That keeps detailed balance: the trajectory back
   * from any point beyond passes the same place and would be rejected as well.
   */
  private PhasePoint trajectory(
      Hamiltonian dynamics, PhasePoint start, double stepSize, int steps) {
    PhasePoint here = start.retain();
    for (int k = 0; k < steps; k++) {
      PhasePoint next = pool.take();
      dynamics.leapfrog(here, stepSize, next);
      here.release();
      here = next;
      if (here.energy() == Double.POSITIVE_INFINITY) {
        return here;
      }
    }
    return here;
  }
}
