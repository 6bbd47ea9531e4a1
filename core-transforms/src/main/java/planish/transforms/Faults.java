package planish.transforms;

/** What is wrong with a vector or matrix, in words; empty where it is not that. */
final class Faults {
  private static final double TOLERANCE = 1e-8;

  private Faults() {}

  /** {@return the first that there is} */
  static String first(String... faults) {
    for (String fault : faults) {
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return "";
  }

  private static int rows(double[] matrix) {
    return (int) Math.round(Math.sqrt(matrix.length));
  }

  static String asymmetry(double[] matrix) {
    int n = rows(matrix);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double below = matrix[i * n + j];
        double above = matrix[j * n + i];
        if (!(Math.abs(below - above) <= TOLERANCE)) {
          return "it is not symmetric: %s in row %d, column %d, but %s in row %d, column %d"
              .formatted(below, i + 1, j + 1, above, j + 1, i + 1);
        }
      }
    }
    return "";
  }

  static String diagonal(double[] matrix) {
    int n = rows(matrix);
    for (int i = 0; i < n; i++) {
      double found = matrix[i * n + i];
      if (!(Math.abs(found - 1) <= TOLERANCE)) {
        return "its diagonal must be 1, but has %s in row %d".formatted(found, i + 1);
      }
    }
    return "";
  }

  static String pivot(double[] matrix) {
    int n = rows(matrix);
    double[] factored = matrix.clone();
    int row = PositiveDefinite.firstBadPivot(factored, n);
    return row < 0
        ? ""
        : "it is not positive definite; its pivot in row %d is %s"
            .formatted(row + 1, factored[row * n + row]);
  }

  static String triangle(double[] factor) {
    int n = rows(factor);
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double found = factor[i * n + j];
        if (i == j ? !(found > 0) : found != 0) {
          return "%s in row %d, column %d, where a Cholesky factor is %s"
              .formatted(found, i + 1, j + 1, i == j ? "positive" : "0");
        }
      }
    }
    return "";
  }

  static String rowLengths(double[] factor) {
    int n = rows(factor);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += factor[i * n + j] * factor[i * n + j];
      }
      if (!(Math.abs(sum - 1) <= TOLERANCE)) {
        return "the squares of its row %d must sum to 1, but sum to %s".formatted(i + 1, sum);
      }
    }
    return "";
  }

  static String negative(double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      if (!(vector[i] >= 0)) {
        return "element %d is %s".formatted(i + 1, vector[i]);
      }
    }
    return "";
  }

  static String sum(double[] vector, double expected) {
    double sum = 0;
    for (double each : vector) {
      sum += each;
    }
    return Math.abs(sum - expected) <= TOLERANCE ? "" : "its sum is " + sum;
  }

  static String falling(double[] vector) {
    for (int i = 1; i < vector.length; i++) {
      if (!(vector[i] > vector[i - 1])) {
        return "element %d is %s, not above %s".formatted(i + 1, vector[i], vector[i - 1]);
      }
    }
    return "";
  }
}
