package planish.hmc.metric;

import java.util.Map;
import java.util.random.RandomGenerator;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;
import planish.kernels.MassMatrix;

/** A mass for each coordinate. */
final class DiagonalMassMatrix implements MassMatrix {
  static final String INVERSE = "inverse";

  /** Up to this dimension one loop is faster than two that were called; measured. */
  private static final int SHORT = 40;

  private final double[] inverse;
  private final double[] root;
  private final VectorLoops loops = Loops.best();

  /**
   * The matrix whose inverse has this diagonal.
   *
   * @throws IllegalArgumentException if an element is not positive and finite
   */
  DiagonalMassMatrix(double[] inverse) {
    this.inverse = inverse.clone();
    this.root = new double[inverse.length];
    for (int i = 0; i < inverse.length; i++) {
      if (!(inverse[i] > 0 && inverse[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "an inverse mass is positive and finite, but number " + i + " is " + inverse[i]);
      }
      root[i] = 1 / Math.sqrt(inverse[i]);
    }
  }

  @Override
  public int dimension() {
    return inverse.length;
  }

  @Override
  public void sampleMomentum(RandomGenerator random, double[] momentum) {
    for (int i = 0; i < root.length; i++) {
      momentum[i] = root[i] * random.nextGaussian();
    }
  }

  @Override
  public void velocity(double[] momentum, double[] velocity) {
    loops.binary(
        BinaryFunction.MULTIPLY, inverse, 0, 1, momentum, 0, 1, velocity, 0, inverse.length);
  }

  @Override
  public double kineticEnergy(double[] momentum) {
    return 0.5 * loops.weightedSquares(inverse, 0, momentum, 0, inverse.length);
  }

  @Override
  public void move(double stepSize, double[] momentum, double[] position) {
    loops.weightedAxpy(stepSize, inverse, 0, momentum, 0, position, 0, inverse.length);
  }

  @Override
  public void kickAndMove(
      double kick, double[] gradient, double[] momentum, double stepSize, double[] position) {
    if (inverse.length > SHORT) {
      loops.axpy(kick, gradient, 0, momentum, 0, inverse.length);
      move(stepSize, momentum, position);
      return;
    }
    for (int i = 0; i < inverse.length; i++) {
      double kicked = Math.fma(kick, gradient[i], momentum[i]);
      momentum[i] = kicked;
      position[i] = Math.fma(stepSize * inverse[i], kicked, position[i]);
    }
  }

  @Override
  public void kickAndVelocity(
      double kick, double[] gradient, double[] momentum, double[] velocity) {
    if (inverse.length > SHORT) {
      loops.axpy(kick, gradient, 0, momentum, 0, inverse.length);
      velocity(momentum, velocity);
      return;
    }
    for (int i = 0; i < inverse.length; i++) {
      double kicked = Math.fma(kick, gradient[i], momentum[i]);
      momentum[i] = kicked;
      velocity[i] = inverse[i] * kicked;
    }
  }

  @Override
  public Map<String, double[]> arrays() {
    return Map.of(INVERSE, inverse.clone());
  }

  @Override
  public double[][] inverseRows() {
    return new double[][] {inverse.clone()};
  }

  @Override
  public boolean isDiagonal() {
    return true;
  }
}
