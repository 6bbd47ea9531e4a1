package planish.hmc.metric;

import java.util.Arrays;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;
import planish.kernels.Snapshot;
import planish.kernels.StateReader;
import planish.kernels.StateWriter;

/**
 * The covariance of a group of coordinates over a window of n positions, shrunk towards a small
 * multiple of the identity: n / (n + 5) times the covariance plus 5 / (n + 5) times 0.001.
 *
 * <p>Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and
 * products", Technometrics 4(3), 1962; the shrinkage is Stan's (Reference Manual 2.35, "HMC
 * algorithm parameters").
 */
final class CovarianceEstimate implements Snapshot {
  private final VectorLoops loops = Loops.best();
  private final int[] coordinates;
  private final double[] mean;
  private final double[] deviation;
  private final double[] products;
  private long count;

  CovarianceEstimate(int[] coordinates) {
    int size = coordinates.length;
    this.coordinates = coordinates;
    this.mean = new double[size];
    this.deviation = new double[size];
    this.products = new double[size * size];
  }

  void add(double[] position) {
    count++;
    int size = mean.length;
    for (int i = 0; i < size; i++) {
      deviation[i] = position[coordinates[i]] - mean[i];
      mean[i] += deviation[i] / count;
    }
    for (int i = 0; i < size; i++) {
      double fromNewMean = position[coordinates[i]] - mean[i];
      loops.axpy(fromNewMean, deviation, 0, products, i * size, i + 1);
    }
  }

  /** {@return the regularised covariance, row-major and symmetric; at least two were added} */
  double[] regularised() {
    int size = mean.length;
    double n = count;
    double[] covariance = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double value = n / (n + 5) * (products[i * size + j] / (n - 1));
        double ridge = i == j ? 1e-3 * (5 / (n + 5)) : 0;
        covariance[i * size + j] = value + ridge;
        covariance[j * size + i] = value + ridge;
      }
    }
    return covariance;
  }

  long count() {
    return count;
  }

  void forget() {
    count = 0;
    Arrays.fill(mean, 0);
    Arrays.fill(products, 0);
  }

  @Override
  public void save(StateWriter out) {
    out.putLongs("count", count);
    out.put("mean", mean);
    out.put("products", products);
  }

  @Override
  public void restore(StateReader in) {
    count = in.longs("count")[0];
    System.arraycopy(in.array("mean"), 0, mean, 0, mean.length);
    System.arraycopy(in.array("products"), 0, products, 0, products.length);
  }
}
