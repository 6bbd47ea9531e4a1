package planish.kernels;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** M = I: the velocity is the momentum. */
final class IdentityMassMatrix implements MassMatrix {
  /** Up to this dimension one loop is faster than two that were called; measured. */
  private static final int SHORT = 40;

  private final int dimension;
  private final VectorLoops loops = Loops.best();

  IdentityMassMatrix(int dimension) {
    if (dimension < 0) {
      throw new IllegalArgumentException("a dimension is at least 0, but is " + dimension);
    }
    this.dimension = dimension;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void sampleMomentum(RandomGenerator random, double[] momentum) {
    for (int i = 0; i < dimension; i++) {
      momentum[i] = random.nextGaussian();
    }
  }

  @Override
  public void velocity(double[] momentum, double[] velocity) {
    System.arraycopy(momentum, 0, velocity, 0, dimension);
  }

  @Override
  public double kineticEnergy(double[] momentum) {
    return 0.5 * loops.dot(momentum, 0, momentum, 0, dimension);
  }

  @Override
  public void move(double stepSize, double[] momentum, double[] position) {
    loops.axpy(stepSize, momentum, 0, position, 0, dimension);
  }

  @Override
  public void kickAndMove(
      double kick, double[] gradient, double[] momentum, double stepSize, double[] position) {
    if (dimension > SHORT) {
      loops.axpy(kick, gradient, 0, momentum, 0, dimension);
      move(stepSize, momentum, position);
      return;
    }
    for (int i = 0; i < dimension; i++) {
      double kicked = Math.fma(kick, gradient[i], momentum[i]);
      momentum[i] = kicked;
      position[i] = Math.fma(stepSize, kicked, position[i]);
    }
  }

  @Override
  public void kickAndVelocity(
      double kick, double[] gradient, double[] momentum, double[] velocity) {
    if (dimension > SHORT) {
      loops.axpy(kick, gradient, 0, momentum, 0, dimension);
      velocity(momentum, velocity);
      return;
    }
    for (int i = 0; i < dimension; i++) {
      double kicked = Math.fma(kick, gradient[i], momentum[i]);
      momentum[i] = kicked;
      velocity[i] = kicked;
    }
  }

  @Override
  public Map<String, double[]> arrays() {
    return Map.of();
  }

  @Override
  public double[][] inverseRows() {
    double[] ones = new double[dimension];
    Arrays.fill(ones, 1);
    return new double[][] {ones};
  }

  @Override
  public boolean isDiagonal() {
    return true;
  }
}
