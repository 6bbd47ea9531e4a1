package planish.hmc;

import java.util.random.RandomGenerator;

/** The dynamics that a trajectory follows: all that static HMC and the No-U-Turn tree know. */
public interface Hamiltonian {
  /** The energy error above which a trajectory counts as divergent: Stan's 1000. */
  double DIVERGENCE = 1000;

  /** {@return the number of coordinates} */
  int dimension();

  /**
   * Draws a new momentum for a point whose position, gradient and log density are set, and sets its
   * velocity and both energies.
   */
  void refresh(RandomGenerator random, PhasePoint point);

  /**
   * Makes one step of the integrator.
   *
   * @param from where it starts; not changed
   * @param stepSize below 0 to go back in time
   * @param to receives position, momentum, velocity, gradient, log density and both energies;
   *     another point than {@code from}
   */
  void leapfrog(PhasePoint from, double stepSize, PhasePoint to);
}
