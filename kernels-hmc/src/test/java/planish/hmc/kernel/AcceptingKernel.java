package planish.hmc.kernel;

import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.hmc.EuclideanHamiltonian;
import planish.hmc.FirstState;
import planish.hmc.PhasePoint;
import planish.hmc.PointPool;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;

/** A deliberately wrong kernel: four leapfrog steps, and no rejection. */
final class AcceptingKernel implements Kernel {
  private final LogDensity density;
  private final PointPool pool;

  AcceptingKernel(LogDensity density) {
    this.density = density;
    this.pool = new PointPool(density.dimension());
  }

  @Override
  public ChainState start(double[] position, RandomGenerator random) {
    return FirstState.at(density, position);
  }

  @Override
  public Transition step(RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
    EuclideanHamiltonian dynamics = new EuclideanHamiltonian(density, tuning.metric());
    pool.reset();
    PhasePoint here = pool.take();
    here.load(state);
    dynamics.refresh(random, here);
    for (int k = 0; k < 4; k++) {
      PhasePoint next = pool.take();
      dynamics.leapfrog(here, tuning.stepSize(), next);
      here = next;
    }
    return new Transition(here.toState(), 1, false, new double[0]);
  }
}
