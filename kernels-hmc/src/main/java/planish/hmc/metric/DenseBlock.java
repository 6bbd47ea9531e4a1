package planish.hmc.metric;

import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;
import planish.spi.UserException;

/**
 * The part of M⁻¹ that belongs to one group of coordinates: their covariance Σ. Velocities are Σ p;
 * momenta are L⁻ᵀ z, where Σ = L Lᵀ and z is standard normal, so that their covariance is Σ⁻¹.
 *
 * <p>Neighbouring coordinates are used where they stand, others are gathered. It owns workspace.
 */
final class DenseBlock {
  private final VectorLoops loops = Loops.best();
  private final int[] coordinates;
  private final boolean together;
  private final double[] covariance;
  private final double[] factor;
  private final double[] gathered;
  private final double[] product;

  /**
   * A block with this covariance.
   *
   * @param coordinates in ascending order, at least one
   * @param covariance row-major and symmetric; taken as it is
   * @throws UserException if it is not positive definite
   */
  DenseBlock(int[] coordinates, double[] covariance) {
    this(coordinates, covariance, new double[covariance.length]);
    int row = Cholesky.factor(covariance, factor, coordinates.length);
    if (row >= 0) {
      throw new UserException(
          "the inverse mass matrix is not positive definite: its pivot for coordinate "
              + (coordinates[row] + 1)
              + " is not positive");
    }
  }

  private DenseBlock(int[] coordinates, double[] covariance, double[] factor) {
    int size = coordinates.length;
    this.coordinates = coordinates;
    this.together = coordinates[size - 1] - coordinates[0] == size - 1;
    this.covariance = covariance;
    this.factor = factor;
    this.gathered = new double[together ? 0 : size];
    this.product = new double[together ? 0 : size];
  }

  /** {@return the block of ones on the diagonal} */
  static DenseBlock identity(int[] coordinates) {
    int size = coordinates.length;
    double[] ones = new double[size * size];
    for (int i = 0; i < size; i++) {
      ones[i * size + i] = 1;
    }
    return new DenseBlock(coordinates, ones, ones);
  }

  /**
   * {@return the block of a covariance with a positive diagonal that was learned}
   *
   * <p>Where rounding has left it indefinite (few draws, and scales far above the regularisation),
   * all correlations are shrunk by the least power of two from 2⁻⁴⁰ on that makes it definite.
   *
   * @param covariance row-major and symmetric; it may be changed
   */
  static DenseBlock learned(int[] coordinates, double[] covariance) {
    int size = coordinates.length;
    double[] factor = new double[covariance.length];
    double shrinkage = 0x1p-40;
    while (Cholesky.factor(covariance, factor, size) >= 0 && shrinkage <= 1) {
      for (int i = 0; i < covariance.length; i++) {
        covariance[i] *= i % (size + 1) == 0 ? 1 : 1 - shrinkage;
      }
      shrinkage *= 2;
    }
    return new DenseBlock(coordinates, covariance, factor);
  }

  /** Sets this group's velocities, from its momenta. */
  void velocity(double[] momentum, double[] velocity) {
    int size = coordinates.length;
    if (together) {
      int at = coordinates[0];
      loops.matrixVector(covariance, 0, size, size, momentum, at, velocity, at);
      return;
    }
    for (int i = 0; i < size; i++) {
      gathered[i] = momentum[coordinates[i]];
    }
    loops.matrixVector(covariance, 0, size, size, gathered, 0, product, 0);
    for (int i = 0; i < size; i++) {
      velocity[coordinates[i]] = product[i];
    }
  }

  /** Makes momenta of standard normals, in place. */
  void correlate(double[] normals) {
    int size = coordinates.length;
    if (together) {
      Cholesky.solveTransposed(factor, size, normals, coordinates[0]);
      return;
    }
    for (int i = 0; i < size; i++) {
      gathered[i] = normals[coordinates[i]];
    }
    Cholesky.solveTransposed(factor, size, gathered, 0);
    for (int i = 0; i < size; i++) {
      normals[coordinates[i]] = gathered[i];
    }
  }

  /** Puts the covariances where they stand in the whole matrix. */
  void fill(double[][] rows) {
    int size = coordinates.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[coordinates[i]][coordinates[j]] = covariance[i * size + j];
      }
    }
  }

  /** {@return the covariances, row by row; a copy} */
  double[] covariance() {
    return covariance.clone();
  }
}
