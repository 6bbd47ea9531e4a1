package planish.kernels;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A Euclidean metric on positions: the kinetic energy is ½ pᵀ M⁻¹ p, momenta are drawn from N(0,
 * M).
 *
 * <p>Its numbers are never changed once it is made. It belongs to one chain, since it may own
 * workspace.
 */
public interface MassMatrix {
  /** {@return the identity: the metric of kernels that use none, and the one to begin with} */
  static MassMatrix identity(int dimension) {
    return new IdentityMassMatrix(dimension);
  }

  /** {@return the number of coordinates} */
  int dimension();

  /** Draws a momentum from N(0, M). */
  void sampleMomentum(RandomGenerator random, double[] momentum);

  /** Sets the velocity M⁻¹ p. */
  void velocity(double[] momentum, double[] velocity);

  /** {@return the kinetic energy ½ pᵀ M⁻¹ p} */
  double kineticEnergy(double[] momentum);

  /** Moves a position along the velocity: {@code q := q + ε M⁻¹ p}. */
  void move(double stepSize, double[] momentum, double[] position);

  /**
   * Kicks, then moves: {@code p := p + h g}, then {@code q := q + ε M⁻¹ p}.
   *
   * @param kick h
   * @param gradient g; not changed
   * @param momentum p
   * @param stepSize ε
   * @param position q
   * @implSpec Unless overridden, a loop and {@link #move}; one loop for both saves time where there
   *     are few coordinates.
   */
  default void kickAndMove(
      double kick, double[] gradient, double[] momentum, double stepSize, double[] position) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = Math.fma(kick, gradient[i], momentum[i]);
    }
    move(stepSize, momentum, position);
  }

  /**
   * Kicks, then sets the velocity: {@code p := p + h g}, then {@code v := M⁻¹ p}.
   *
   * @param kick h
   * @param gradient g; not changed
   * @param momentum p
   * @param velocity v
   * @implSpec Unless overridden, a loop and {@link #velocity}, as above.
   */
  default void kickAndVelocity(
      double kick, double[] gradient, double[] momentum, double[] velocity) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = Math.fma(kick, gradient[i], momentum[i]);
    }
    velocity(momentum, velocity);
  }

  /**
   * {@return the numbers that make it, by name, so that {@link MassMatrixAdaptation#fromArrays}
   * gives it back}
   */
  Map<String, double[]> arrays();

  /**
   * {@return the rows of M⁻¹ for people and for Stan's CSV: one row of the diagonal, or all rows}
   */
  double[][] inverseRows();

  /** {@return whether {@link #inverseRows} is the diagonal alone} */
  boolean isDiagonal();
}
