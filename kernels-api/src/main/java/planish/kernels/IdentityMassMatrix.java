package planish.kernels;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** M = I: the velocity is the momentum. */
final class IdentityMassMatrix implements MassMatrix {
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
