package planish.diagnostics.numeric;

/**
 * The autocovariances of one chain, divisor n: short lags one by one, since a good chain needs few
 * of them; all by Fourier transforms once a long lag is asked for.
 *
 * <p>Not thread-safe.
 */
public final class Autocovariance {
  private static final int DIRECT = 64;

  private final double[] centred;
  private final double mean;
  private double[] all;

  /** The autocovariances of a chain of at least one finite number. */
  public Autocovariance(double[] chain) {
    this.mean = Moments.mean(chain);
    this.centred = new double[chain.length];
    for (int k = 0; k < chain.length; k++) {
      centred[k] = chain[k] - mean;
    }
  }

  /** {@return the chain's mean} */
  public double mean() {
    return mean;
  }

  /**
   * {@return the autocovariance at a lag: Σ (xₖ − x̄)(xₖ₊ₗ − x̄) / n}
   *
   * @param lag from 0 to n − 1
   */
  public double at(int lag) {
    if (lag < DIRECT) {
      return direct(lag);
    }
    if (all == null) {
      all = transformed();
    }
    return all[lag];
  }

  private double direct(int lag) {
    double sum = 0;
    for (int k = lag; k < centred.length; k++) {
      sum += centred[k] * centred[k - lag];
    }
    return sum / centred.length;
  }

  private double[] transformed() {
    int n = centred.length;
    int size = Integer.highestOneBit(2 * n - 1) * 2;
    Fourier fourier = new Fourier(size);
    double[] real = new double[size];
    double[] imaginary = new double[size];
    System.arraycopy(centred, 0, real, 0, n);
    fourier.transform(real, imaginary);
    for (int k = 0; k < size; k++) {
      real[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
      imaginary[k] = 0;
    }
    fourier.transform(real, imaginary); // the power is even: forward and backward are alike
    double[] result = new double[n];
    for (int lag = 0; lag < n; lag++) {
      result[lag] = real[lag] / size / n;
    }
    return result;
  }
}
