package planish.distributions;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The Kolmogorov–Smirnov test with its exact distribution: G. Marsaglia, W. W. Tsang and J. Wang,
 * "Evaluating Kolmogorov's distribution", Journal of Statistical Software 8(18), 2003.
 */
final class Kolmogorov {
  /** Beyond it the bound of P. Massart, Annals of Probability 18, 1990: p is below 3e-7 there. */
  private static final double BOUNDED = 8;

  private Kolmogorov() {}

  /** {@return the probability of a distance this large if the draws come from the distribution} */
  static double pValue(double[] draws, DoubleUnaryOperator cdf) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double p = cdf.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.max(p - (double) i / n, (i + 1.0) / n - p));
    }
    if (n * distance * distance > BOUNDED) {
      return 2 * Math.exp(-2 * n * distance * distance);
    }
    return 1 - belowOrEqual(n, distance);
  }

  /** The middle element of H^n times n! / n^n, with the power's exponent kept apart. */
  private static double belowOrEqual(int n, double distance) {
    int k = (int) (n * distance) + 1;
    double h = k - n * distance;
    double[][] base = matrix(2 * k - 1, h);
    double[][] power = identity(2 * k - 1);
    int exponent = 0;
    int baseExponent = 0;
    for (int rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        power = product(power, base);
        exponent += baseExponent;
        exponent += rescale(power, k - 1);
      }
      base = product(base, base);
      baseExponent = 2 * baseExponent + rescale(base, k - 1);
    }
    double result = power[k - 1][k - 1];
    for (int i = 1; i <= n; i++) {
      result *= (double) i / n;
      if (result < 1e-140) {
        result *= 0x1p464;
        exponent -= 464;
      }
    }
    return Math.scalb(result, exponent);
  }

  private static int rescale(double[][] matrix, int middle) {
    int shift = Math.max(0, Math.getExponent(matrix[middle][middle]));
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.scalb(row[j], -shift);
      }
    }
    return shift;
  }

  private static double[][] matrix(int m, double h) {
    double[][] a = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        a[i][j] = i - j + 1 < 0 ? 0 : 1;
      }
    }
    for (int i = 0; i < m; i++) {
      a[i][0] -= Math.pow(h, i + 1);
      a[m - 1][i] -= Math.pow(h, m - i);
    }
    a[m - 1][0] += 2 * h - 1 > 0 ? Math.pow(2 * h - 1, m) : 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        for (int g = 1; g <= i - j + 1; g++) {
          a[i][j] /= g;
        }
      }
    }
    return a;
  }

  private static double[][] identity(int m) {
    double[][] one = new double[m][m];
    for (int i = 0; i < m; i++) {
      one[i][i] = 1;
    }
    return one;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int m = a.length;
    double[][] c = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < m; k++) {
        for (int j = 0; j < m; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
