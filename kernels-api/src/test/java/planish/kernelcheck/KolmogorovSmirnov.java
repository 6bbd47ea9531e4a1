package planish.kernelcheck;

import java.util.Arrays;

/**
 * The exact two-sided one-sample test of Kolmogorov and Smirnov.
 *
 * <p>Source: J. Durbin, "Distribution theory for tests based on the sample distribution function"
 * (1973), and G. Marsaglia, W. W. Tsang and J. Wang, "Evaluating Kolmogorov's distribution",
 * Journal of Statistical Software 8(18), 2003: the probability is an element of a matrix power. For
 * more than 20,000 numbers, where that matrix is too large: W. Pelz and I. J. Good, "Approximating
 * the lower tail-areas of the Kolmogorov-Smirnov one-sample statistic", Journal of the Royal
 * Statistical Society B 38(2), 1976, the limit with its first correction.
 */
public final class KolmogorovSmirnov {
  private static final int MANY = 20_000;

  private KolmogorovSmirnov() {}

  /** {@return the p-value of numbers that should be uniform on (0, 1); not changed} */
  public static double pValue(double[] uniforms) {
    return pValue(uniforms.length, statistic(uniforms));
  }

  static double statistic(double[] uniforms) {
    double[] sorted = uniforms.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double greatest = 0;
    for (int i = 0; i < n; i++) {
      if (Double.isNaN(sorted[i])) {
        return 1;
      }
      double above = (i + 1.0) / n - sorted[i];
      double below = sorted[i] - (double) i / n;
      greatest = Math.max(greatest, Math.max(above, below));
    }
    return greatest;
  }

  /** {@return P(D ≥ d) for n numbers; 0 where Massart's bound puts it below 1e-15} */
  static double pValue(int n, double d) {
    if (n * d * d > 18) {
      return 0;
    }
    return n > MANY ? limit(n, d) : exact(n, d);
  }

  /**
   * The first correction is a sixth of the limit's derivative divided by √n, so it moves the
   * argument by 1 / (6 √n). Off by a few parts in ten thousand where p is 1e-5, by less above.
   */
  private static double limit(int n, double d) {
    double root = Math.sqrt(n);
    double z = root * d + 1 / (6 * root);
    if (z < 0.2) {
      return 1;
    }
    double half = 0;
    for (int k = 20; k > 0; k--) {
      half = Math.exp(-2 * k * k * z * z) - half;
    }
    return 2 * half;
  }

  private static double exact(int n, double d) {
    int k = (int) (n * d) + 1;
    double[][] h = steps(k, k - n * d);
    Scaled power = new Scaled(h).power(n);
    double value = power.matrix[k - 1][k - 1];
    double exponent = power.exponent;
    for (int i = 1; i <= n; i++) {
      value *= (double) i / n;
      if (value < 1e-140) {
        value *= 1e140;
        exponent -= 140;
      }
    }
    return 1 - value * Math.pow(10, exponent);
  }

  private static double[][] steps(int k, double h) {
    int m = 2 * k - 1;
    double[][] matrix = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < Math.min(m, i + 2); j++) {
        matrix[i][j] = 1;
      }
    }
    for (int i = 0; i < m; i++) {
      matrix[i][0] -= Math.pow(h, i + 1);
      matrix[m - 1][i] -= Math.pow(h, m - i);
    }
    matrix[m - 1][0] += Math.pow(Math.max(0, 2 * h - 1), m);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= i; j++) {
        for (int g = 2; g <= i - j + 1; g++) {
          matrix[i][j] /= g;
        }
      }
    }
    return matrix;
  }

  /** A matrix times a power of ten. */
  private record Scaled(double[][] matrix, double exponent) {
    Scaled(double[][] matrix) {
      this(matrix, 0);
    }

    Scaled power(int n) {
      if (n == 1) {
        return this;
      }
      Scaled half = power(n / 2);
      Scaled square = half.times(half);
      return n % 2 == 0 ? square : times(square);
    }

    Scaled times(Scaled other) {
      int m = matrix.length;
      double[][] product = new double[m][m];
      for (int i = 0; i < m; i++) {
        for (int l = 0; l < m; l++) {
          double factor = matrix[i][l];
          for (int j = 0; j < m; j++) {
            product[i][j] += factor * other.matrix[l][j];
          }
        }
      }
      return new Scaled(product, exponent + other.exponent).scaledDown();
    }

    private Scaled scaledDown() {
      int middle = matrix.length / 2;
      if (matrix[middle][middle] < 1e140) {
        return this;
      }
      double[][] smaller = new double[matrix.length][];
      for (int i = 0; i < smaller.length; i++) {
        smaller[i] = Arrays.stream(matrix[i]).map(x -> x * 1e-140).toArray();
      }
      return new Scaled(smaller, exponent + 140);
    }
  }
}
