package planish.distributions.family;

import java.util.random.RandomGenerator;
import planish.autodiff.graph.RandomFunction;

/**
 * Draws normal vectors by the Cholesky factor L of a covariance, μ + L z, or of a precision, μ +
 * L⁻ᵀ z.
 */
record MultiNormalVariate(int n, boolean precision, int[] means) implements RandomFunction {
  @Override
  public void draw(RandomGenerator random, double[][] arguments, double[] out) {
    double[] factor = factor(arguments[1]);
    double[] z = new double[n];
    for (int first = 0; first < out.length; first += n) {
      for (int i = 0; i < n; i++) {
        z[i] = random.nextGaussian();
      }
      if (precision) {
        solve(factor, z);
      } else {
        multiply(factor, z);
      }
      for (int i = 0; i < n; i++) {
        out[first + i] = arguments[0][means[first + i]] + z[i];
      }
    }
  }

  /** Of the symmetric part; NaN where it is not positive definite. */
  private double[] factor(double[] a) {
    double[] l = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0.5 * (a[i * n + j] + a[j * n + i]);
        for (int k = 0; k < j; k++) {
          sum -= l[i * n + k] * l[j * n + k];
        }
        l[i * n + j] = i == j ? Math.sqrt(sum) : sum / l[j * n + j];
      }
    }
    return l;
  }

  /** z ← L z, from the last row up. */
  private void multiply(double[] l, double[] z) {
    for (int i = n - 1; i >= 0; i--) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += l[i * n + j] * z[j];
      }
      z[i] = sum;
    }
  }

  /** z ← L⁻ᵀ z, from the last row up. */
  private void solve(double[] l, double[] z) {
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        z[i] -= l[j * n + i] * z[j];
      }
      z[i] /= l[i * n + i];
    }
  }
}
