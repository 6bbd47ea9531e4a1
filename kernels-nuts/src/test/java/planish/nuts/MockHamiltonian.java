package planish.nuts;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import planish.hmc.Hamiltonian;
import planish.hmc.PhasePoint;

/**
 * One coordinate that moves with constant momentum; the velocity that the criterion sees is the
 * position, the energy any function of the position. A trajectory at positive positions with
 * positive momentum never turns.
 */
record MockHamiltonian(DoubleUnaryOperator energyAt) implements Hamiltonian {
  static final double MOMENTUM = 1.5;

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public void refresh(RandomGenerator random, PhasePoint point) {
    set(point, point.position()[0]);
  }

  @Override
  public void leapfrog(PhasePoint from, double stepSize, PhasePoint to) {
    set(to, from.position()[0] + stepSize * MOMENTUM);
  }

  private void set(PhasePoint point, double position) {
    point.position()[0] = position;
    point.momentum()[0] = MOMENTUM;
    point.velocity()[0] = position;
    point.kineticEnergy(0.5 * MOMENTUM * position);
    point.energy(energyAt.applyAsDouble(position));
  }
}
