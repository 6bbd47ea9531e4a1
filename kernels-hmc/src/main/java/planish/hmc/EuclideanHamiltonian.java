package planish.hmc;

import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;
import planish.kernels.MassMatrix;

/**
 * H(q, p) = ½ pᵀ M⁻¹ p − log π(q), simulated by the leapfrog integrator.
 *
 * <p>The normalising constant of the momentum is left out, as in Stan. Exceptions of the density
 * pass through. For one chain.
 *
 * <p>Source: R. M. Neal, "MCMC using Hamiltonian dynamics", Handbook of Markov Chain Monte Carlo
 * (2011), section 5.2.3.3, equations 5.18–5.20.
 */
public final class EuclideanHamiltonian implements Hamiltonian {
  private final LogDensity density;
  private final MassMatrix metric;
  private final VectorLoops loops = Loops.best();
  private final int dimension;

  /**
   * The dynamics of a density with a metric.
   *
   * @throws IllegalArgumentException if their dimensions differ
   */
  public EuclideanHamiltonian(LogDensity density, MassMatrix metric) {
    this.density = density;
    this.metric = metric;
    this.dimension = density.dimension();
    if (metric.dimension() != dimension) {
      throw new IllegalArgumentException(
          "the mass matrix has "
              + metric.dimension()
              + " coordinates, but the density has "
              + dimension);
    }
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void refresh(RandomGenerator random, PhasePoint point) {
    metric.sampleMomentum(random, point.momentum());
    metric.velocity(point.momentum(), point.velocity());
    weigh(point);
  }

  @Override
  public void leapfrog(PhasePoint from, double stepSize, PhasePoint to) {
    double half = 0.5 * stepSize;
    System.arraycopy(from.momentum(), 0, to.momentum(), 0, dimension);
    System.arraycopy(from.position(), 0, to.position(), 0, dimension);
    metric.kickAndMove(half, from.gradient(), to.momentum(), stepSize, to.position());
    to.logDensity(density.valueAndGradient(to.position(), to.gradient()));
    metric.kickAndVelocity(half, to.gradient(), to.momentum(), to.velocity());
    weigh(to);
  }

  /** The kinetic energy is made of the velocity, which the tree needs anyway. */
  private void weigh(PhasePoint point) {
    double kinetic = 0.5 * loops.dot(point.momentum(), 0, point.velocity(), 0, dimension);
    point.kineticEnergy(kinetic);
    point.energy(kinetic - point.logDensity());
  }
}
