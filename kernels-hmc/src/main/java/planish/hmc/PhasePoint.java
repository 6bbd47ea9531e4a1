package planish.hmc;

import planish.kernels.ChainState;

/**
 * A position with its momentum, and what was computed there. It comes from a {@link PointPool} and
 * goes back when its last holder releases it.
 *
 * <p>Mutable, for one chain: whoever takes a point fills it; nobody changes it once others hold it.
 */
public final class PhasePoint {
  private final PointPool pool;
  private final double[] position;
  private final double[] momentum;
  private final double[] velocity;
  private final double[] gradient;
  private double logDensity;
  private double kineticEnergy;
  private double energy;
  private int holders;

  PhasePoint(PointPool pool, int dimension) {
    this.pool = pool;
    position = new double[dimension];
    momentum = new double[dimension];
    velocity = new double[dimension];
    gradient = new double[dimension];
  }

  /** {@return the coordinates; the array itself} */
  public double[] position() {
    return position;
  }

  /** {@return the momentum p; the array itself} */
  public double[] momentum() {
    return momentum;
  }

  /** {@return the velocity M⁻¹ p; the array itself} */
  public double[] velocity() {
    return velocity;
  }

  /** {@return the gradient of the log density; the array itself} */
  public double[] gradient() {
    return gradient;
  }

  /** {@return the log density at the position} */
  public double logDensity() {
    return logDensity;
  }

  /** Sets the log density. */
  public void logDensity(double value) {
    logDensity = value;
  }

  /** {@return the kinetic energy ½ p · M⁻¹ p: half the product of momentum and velocity} */
  public double kineticEnergy() {
    return kineticEnergy;
  }

  /** Sets the kinetic energy: half the product of momentum and velocity. */
  public void kineticEnergy(double value) {
    kineticEnergy = value;
  }

  /**
   * {@return the total energy: kinetic energy minus log density; positive infinity wherever that is
   * not finite}
   */
  public double energy() {
    return energy;
  }

  /** Sets the total energy; a value that is not finite becomes positive infinity. */
  public void energy(double value) {
    energy = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
  }

  /** Takes over position, gradient and log density of a chain. */
  public void load(ChainState state) {
    System.arraycopy(state.position(), 0, position, 0, position.length);
    System.arraycopy(state.gradient(), 0, gradient, 0, gradient.length);
    logDensity = state.logDensity();
  }

  /** {@return a chain's state at this point, with arrays of its own} */
  public ChainState toState() {
    return ChainState.of(position.clone(), logDensity, gradient.clone());
  }

  /** {@return this point, with one more holder} */
  public PhasePoint retain() {
    holders++;
    return this;
  }

  /** One holder less; without any, the point goes back to its pool. */
  public void release() {
    holders--;
    if (holders == 0) {
      pool.giveBack(this);
    }
  }

  void taken() {
    holders = 1;
  }
}
