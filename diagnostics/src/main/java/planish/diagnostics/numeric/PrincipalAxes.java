package planish.diagnostics.numeric;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The unit vectors along which points are spread most: leading eigenvectors of their covariance, by
 * Lanczos's method with full reorthogonalisation. The covariance itself is never formed, so many
 * columns cost no more memory than they have.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th edition (2013), section 10.3. Where
 * eigenvalues lie close together, what is found may mix their vectors.
 */
public final class PrincipalAxes {
  /** Many more than the axes that are asked for: the first of them converge first. */
  private static final int STEPS = 40;

  /** A remainder that much smaller than what it was taken from is rounding. */
  private static final double NOTHING = 1e-12;

  private final double[][] columns;
  private final double[] means;
  private final double[] points;
  private final SplittableRandom random = new SplittableRandom(1);

  private PrincipalAxes(double[][] columns) {
    this.columns = columns;
    this.means = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      means[k] = Moments.mean(columns[k]);
    }
    this.points = new double[columns[0].length];
  }

  /**
   * {@return unit vectors, that of the largest spread first; fewer where there are fewer columns}
   *
   * @param columns {@code [column][point]}, finite, at least one column and two points
   * @param count how many are wanted
   */
  public static double[][] of(double[][] columns, int count) {
    return new PrincipalAxes(columns).leading(count);
  }

  private double[][] leading(int count) {
    int steps = Math.min(columns.length, STEPS);
    double[][] basis = new double[steps][];
    double[][] projected = new double[steps][steps];
    double[] next = orthogonal(basis, 0, randomVector());
    for (int k = 0; k < steps; k++) {
      basis[k] = next;
      double[] image = covarianceTimes(next);
      double size = Math.sqrt(dot(image, image));
      for (int j = 0; j <= k; j++) {
        projected[j][k] = dot(basis[j], image);
        projected[k][j] = projected[j][k];
      }
      if (k + 1 < steps) {
        next = following(basis, k + 1, image, size);
      }
    }
    return ritzVectors(basis, projected, Math.min(count, steps));
  }

  /** The next vector of the basis; a new direction where the space so far maps into itself. */
  private double[] following(double[][] basis, int known, double[] image, double size) {
    double[] rest = withoutParts(basis, known, image);
    boolean isRounding = Math.sqrt(dot(rest, rest)) <= NOTHING * size;
    return orthogonal(basis, known, isRounding ? randomVector() : rest);
  }

  private double[] orthogonal(double[][] basis, int known, double[] vector) {
    double[] rest = withoutParts(basis, known, vector);
    double length = Math.sqrt(dot(rest, rest));
    for (int j = 0; j < rest.length; j++) {
      rest[j] /= length;
    }
    return rest;
  }

  /** Twice is enough: what rounding leaves the first time goes the second time. */
  private static double[] withoutParts(double[][] basis, int known, double[] vector) {
    double[] rest = vector.clone();
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < known; k++) {
        axpy(-dot(basis[k], rest), basis[k], rest);
      }
    }
    return rest;
  }

  private double[] randomVector() {
    return random.doubles(columns.length, -1, 1).toArray();
  }

  private double[] covarianceTimes(double[] vector) {
    java.util.Arrays.fill(points, 0);
    for (int k = 0; k < columns.length; k++) {
      double weight = vector[k];
      double mean = means[k];
      double[] column = columns[k];
      for (int i = 0; i < points.length; i++) {
        points[i] += weight * (column[i] - mean);
      }
    }
    double[] image = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      image[k] = centredDot(columns[k], means[k]) / (points.length - 1);
    }
    return image;
  }

  private double centredDot(double[] column, double mean) {
    double even = 0;
    double odd = 0;
    int last = points.length - 1;
    for (int i = 0; i < last; i += 2) {
      even += points[i] * (column[i] - mean);
      odd += points[i + 1] * (column[i + 1] - mean);
    }
    return even + odd + (last % 2 == 0 ? points[last] * (column[last] - mean) : 0);
  }

  private static double[][] ritzVectors(double[][] basis, double[][] projected, int count) {
    SymmetricEigen eigen = new SymmetricEigen(projected);
    int[] order =
        IntStream.range(0, basis.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -eigen.value(k)))
            .mapToInt(k -> k)
            .toArray();
    double[][] vectors = new double[count][basis[0].length];
    for (int k = 0; k < count; k++) {
      for (int j = 0; j < basis.length; j++) {
        axpy(eigen.component(j, order[k]), basis[j], vectors[k]);
      }
    }
    return vectors;
  }

  private static void axpy(double factor, double[] x, double[] y) {
    for (int j = 0; j < x.length; j++) {
      y[j] += factor * x[j];
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += x[j] * y[j];
    }
    return sum;
  }
}
