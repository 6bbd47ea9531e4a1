package planish.nuts;

import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.hmc.EuclideanHamiltonian;
import planish.hmc.FirstState;
import planish.hmc.Hamiltonian;
import planish.hmc.PhasePoint;
import planish.hmc.StepSizeSearch;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;

/** One transition of the No-U-Turn sampler: a {@link Trajectory}, doubled until it stops. */
final class NutsKernel implements Kernel {
  private final LogDensity density;
  private final TreeDepths depths;
  private final Trajectory trajectory;

  NutsKernel(LogDensity density, TreeDepths depths) {
    this.density = density;
    this.depths = depths;
    this.trajectory = new Trajectory(density.dimension(), depths.greatest());
  }

  @Override
  public ChainState start(double[] position, RandomGenerator random) {
    return FirstState.at(density, position);
  }

  @Override
  public double findStepSize(RandomGenerator random, ChainState state, Tuning tuning) {
    Hamiltonian dynamics = new EuclideanHamiltonian(density, tuning.metric());
    return new StepSizeSearch(dynamics, trajectory.pool(), random).find(state, tuning.stepSize());
  }

  @Override
  public Transition step(RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
    Hamiltonian dynamics = new EuclideanHamiltonian(density, tuning.metric());
    trajectory.pool().reset();
    PhasePoint start = trajectory.pool().take();
    start.load(state);
    dynamics.refresh(random, start);
    trajectory.begin(dynamics, start, tuning.stepSize());
    boolean divergent = isDivergent(depths.in(phase), random);
    double[] statistics = {
      tuning.stepSize(),
      trajectory.depth(),
      trajectory.leapfrogs(),
      divergent ? 1 : 0,
      trajectory.chosen().energy()
    };
    ChainState next = trajectory.chosen().toState();
    return new Transition(next, trajectory.acceptance(), divergent, statistics);
  }

  /** Doubles the trajectory until it stops, and tells whether a divergence stopped it. */
  private boolean isDivergent(int maxDepth, RandomGenerator random) {
    while (trajectory.depth() < maxDepth) {
      switch (trajectory.grow(random)) {
        case COMPLETE -> {}
        case TURNING -> {
          return false;
        }
        case DIVERGENT -> {
          return true;
        }
      }
    }
    return false;
  }
}
