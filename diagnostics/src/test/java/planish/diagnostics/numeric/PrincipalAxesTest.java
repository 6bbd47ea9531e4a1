package planish.diagnostics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
  /** Columns of independent coordinates with these sds, turned by a rotation in each plane. */
  private static double[][] points(double[] sds, int count, double angle) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] columns = new double[sds.length][count];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < sds.length; k++) {
        columns[k][i] = 1e5 + sds[k] * random.nextGaussian();
      }
      for (int k = 0; k + 1 < sds.length; k++) {
        double x = columns[k][i];
        double y = columns[k + 1][i];
        columns[k][i] = Math.cos(angle) * x - Math.sin(angle) * y;
        columns[k + 1][i] = Math.sin(angle) * x + Math.cos(angle) * y;
      }
    }
    return columns;
  }

  private static double[][] covariance(double[][] columns) {
    int n = columns[0].length;
    double[][] covariance = new double[columns.length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k < columns.length; k++) {
        double meanJ = Moments.mean(columns[j]);
        double meanK = Moments.mean(columns[k]);
        for (int i = 0; i < n; i++) {
          covariance[j][k] += (columns[j][i] - meanJ) * (columns[k][i] - meanK) / (n - 1);
        }
      }
    }
    return covariance;
  }

  @Test
  void axesAreEigenvectorsOfTheCovarianceTheLargestFirst() {
    double[] sds = {1, 2, 4, 8, 16, 32, 0.5, 0.25};
    double[][] columns = points(sds, 301, 0.4);
    double[][] covariance = covariance(columns);
    double[][] axes = PrincipalAxes.of(columns, 5);
    assertThat(axes).hasNumberOfRows(5);
    double before = Double.POSITIVE_INFINITY;
    for (double[] axis : axes) {
      double[] image = new double[8];
      double spread = 0;
      double length = 0;
      for (int j = 0; j < 8; j++) {
        for (int k = 0; k < 8; k++) {
          image[j] += covariance[j][k] * axis[k];
        }
        spread += axis[j] * image[j];
        length += axis[j] * axis[j];
      }
      assertThat(length).isCloseTo(1, within(1e-12));
      assertThat(spread).isLessThan(before);
      before = spread;
      for (int j = 0; j < 8; j++) {
        assertThat(image[j]).isCloseTo(spread * axis[j], within(1e-7 * spread));
      }
    }
    assertThat(Math.sqrt(covarianceAlong(covariance, axes[0]))).isCloseTo(32, within(4.0));
  }

  private static double covarianceAlong(double[][] covariance, double[] axis) {
    double sum = 0;
    for (int j = 0; j < axis.length; j++) {
      for (int k = 0; k < axis.length; k++) {
        sum += axis[j] * covariance[j][k] * axis[k];
      }
    }
    return sum;
  }

  @Test
  void oneColumnAndEqualColumnsHaveAxes() {
    double[][] one = points(new double[] {2}, 10, 0);
    assertThat(Math.abs(PrincipalAxes.of(one, 5)[0][0])).isCloseTo(1, within(1e-15));
    double[][] axes = PrincipalAxes.of(new double[][] {one[0], one[0], one[0]}, 5);
    assertThat(axes).hasNumberOfRows(3);
    for (double weight : axes[0]) {
      assertThat(Math.abs(weight)).isCloseTo(Math.sqrt(1.0 / 3), within(1e-9));
    }
  }

  /** Of more columns than points, a planted direction is still found. */
  @Test
  void aDirectionThatManyColumnsShareIsFound() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] columns = new double[600][200];
    for (int i = 0; i < 200; i++) {
      double common = random.nextGaussian();
      for (double[] column : columns) {
        column[i] = common + random.nextGaussian();
      }
    }
    double[] axis = PrincipalAxes.of(columns, 5)[0];
    double sum = 0;
    for (double weight : axis) {
      sum += weight / Math.sqrt(600);
    }
    assertThat(Math.abs(sum)).isGreaterThan(0.99);
  }
}
