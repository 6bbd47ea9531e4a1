package planish.hmc.metric;

import java.util.Arrays;
import java.util.Map;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.StateReader;
import planish.kernels.StateWriter;
import planish.spi.UserException;

/**
 * The variance of each coordinate over a window of n positions, shrunk towards a small multiple of
 * the identity: n / (n + 5) times the variance plus 5 / (n + 5) times 0.001.
 *
 * <p>Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and
 * products", Technometrics 4(3), 1962; the shrinkage is Stan's (Reference Manual 2.35, "HMC
 * algorithm parameters").
 */
final class DiagonalAdaptation implements MassMatrixAdaptation {
  private final double[] mean;
  private final double[] squares;
  private double[] inverse;
  private long count;

  DiagonalAdaptation(int dimension) {
    mean = new double[dimension];
    squares = new double[dimension];
    inverse = new double[dimension];
    Arrays.fill(inverse, 1);
  }

  /** {@return how many positions the window at hand has} */
  long count() {
    return count;
  }

  @Override
  public MassMatrix initial() {
    double[] ones = new double[inverse.length];
    Arrays.fill(ones, 1);
    return new DiagonalMassMatrix(ones);
  }

  @Override
  public void add(double[] position, double[] gradient) {
    count++;
    for (int i = 0; i < mean.length; i++) {
      double deviation = position[i] - mean[i];
      mean[i] += deviation / count;
      squares[i] += deviation * (position[i] - mean[i]);
    }
  }

  /** A variance needs two positions: before that, the matrix of the window before stays. */
  @Override
  public MassMatrix endWindow() {
    if (count > 1) {
      inverse = regularised();
    }
    count = 0;
    Arrays.fill(mean, 0);
    Arrays.fill(squares, 0);
    return new DiagonalMassMatrix(inverse);
  }

  private double[] regularised() {
    double n = count;
    double[] variances = new double[mean.length];
    for (int i = 0; i < variances.length; i++) {
      double variance = squares[i] / (n - 1);
      variances[i] = n / (n + 5) * variance + 1e-3 * (5 / (n + 5));
      if (!Double.isFinite(variances[i])) {
        throw new UserException(
            "the variance of coordinate "
                + (i + 1)
                + " over a warm-up window is "
                + variance
                + ": the chain has reached extreme values; check that the posterior is proper,"
                + " or start elsewhere");
      }
    }
    return variances;
  }

  @Override
  public MassMatrix fromArrays(Map<String, double[]> arrays) {
    double[] saved = arrays.get(DiagonalMassMatrix.INVERSE);
    if (saved == null || saved.length != mean.length) {
      throw new UserException(
          "the saved mass matrix is not a diagonal of "
              + mean.length
              + " coordinates; go on with the mass matrix and model that the run began with");
    }
    return new DiagonalMassMatrix(saved);
  }

  @Override
  public void save(StateWriter out) {
    out.putLongs("count", count);
    out.put("mean", mean);
    out.put("squares", squares);
    out.put("inverse", inverse);
  }

  @Override
  public void restore(StateReader in) {
    count = in.longs("count")[0];
    System.arraycopy(in.array("mean"), 0, mean, 0, mean.length);
    System.arraycopy(in.array("squares"), 0, squares, 0, squares.length);
    inverse = in.array("inverse");
  }
}
