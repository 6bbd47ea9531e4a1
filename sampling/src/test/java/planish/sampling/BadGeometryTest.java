package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planish.autodiff.Block;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.diagnostics.Draws;

/**
 * Gaussians on which a diagonal mass matrix fails with trees of depth 3, and the form that cures
 * each. Variances about the exact means are compared with the exact ones by 4 standard errors from
 * batch means.
 */
final class BadGeometryTest {
  private static final int BATCH = 100;

  private static Run run(LogDensity.Source density, ParameterLayout layout) {
    return Run.of(density, layout)
        .chains(4)
        .draws(2000)
        .seed(20)
        .kernel("nuts", Map.of("max-tree-depth", "3"));
  }

  private static double z(Draws draws, String column, double mean, double sd) {
    double sum = 0;
    double squares = 0;
    int batches = 0;
    for (double[] chain : draws.column(column)) {
      for (int from = 0; from < chain.length; from += BATCH) {
        double batch = 0;
        for (int k = from; k < from + BATCH; k++) {
          batch += (chain[k] - mean) * (chain[k] - mean) / BATCH;
        }
        sum += batch;
        squares += batch * batch;
        batches++;
      }
    }
    double average = sum / batches;
    double spread = (squares / batches - average * average) / (batches - 1);
    return (average - sd * sd) / Math.sqrt(spread);
  }

  private static void assertSd(Draws draws, String column, double mean, double sd) {
    assertThat(z(draws, column, mean, sd))
        .as("z of the variance of %s", column)
        .isBetween(-4.0, 4.0);
  }

  /** Adds −½ xᵀ C⁻¹ x with C = [10, c; c, 0.1], and its gradient. */
  private static double pair(double[] q, int at, double c, double[] gradient) {
    double determinant = 10 * 0.1 - c * c;
    double x = (0.1 * q[at] - c * q[at + 1]) / determinant;
    double y = (10 * q[at + 1] - c * q[at]) / determinant;
    gradient[at] -= x;
    gradient[at + 1] -= y;
    return -0.5 * (q[at] * x + q[at + 1] * y);
  }

  /** Example 2 of NumPyro's tutorial on bad geometry: a correlation of 0.9999. Two z. */
  @Test
  void denseCuresAStrongCorrelation() {
    LogDensity.Source density =
        Densities.of(
            2,
            (q, g) -> {
              g[0] = 0;
              g[1] = 0;
              return pair(q, 0, 0.9999, g);
            });
    RunResult result = run(density, ParameterLayout.single("x", 2)).massMatrix("dense").run();
    assertThat(result.warnings()).isEmpty();
    assertSd(result.draws(), "x[1]", 0, Math.sqrt(10));
    assertSd(result.draws(), "x[2]", 0, Math.sqrt(0.1));
  }

  private static double structured(double[] q, double[] gradient) {
    java.util.Arrays.fill(gradient, 0);
    double sum = pair(q, 0, 0.9, gradient) + pair(q, 2, 0.9, gradient);
    for (int i = 0; i < 2; i++) {
      double error = (q[i] - q[2 + i] - 1) / 0.1;
      sum -= 0.5 * error * error;
      gradient[i] -= error / 0.1;
      gradient[2 + i] += error / 0.1;
    }
    for (int i = 4; i < q.length; i++) {
      sum -= 0.5 * q[i] * q[i];
      gradient[i] -= q[i];
    }
    return sum;
  }

  private static Block vector(String name, int offset, int size) {
    return new Block(name, name, offset, Shape.of(size), Shape.of(size));
  }

  /**
   * Example 3: two pairs that only their difference ties, and 100 independent coordinates. 104 z,
   * of which one is beyond 4 in 150 seeds.
   */
  @Test
  void aBlockCuresTwoSitesAmongMany() {
    ParameterLayout layout =
        new ParameterLayout(List.of(vector("x1", 0, 2), vector("x2", 2, 2), vector("y", 4, 100)));
    RunResult result =
        run(Densities.of(104, BadGeometryTest::structured), layout)
            .massMatrix("blocks:(x1,x2)")
            .run();
    assertThat(result.warnings()).isEmpty();
    Draws draws = result.draws();
    assertSd(draws, "x1[1]", 0.508263, 2.236626);
    assertSd(draws, "x1[2]", 0.405363, 0.227991);
    assertSd(draws, "x2[1]", -0.508263, 2.236626);
    assertSd(draws, "x2[2]", -0.405363, 0.227991);
    for (int i = 1; i <= 100; i++) {
      assertSd(draws, "y[" + i + "]", 0, 1);
    }
    double[][] rows = result.chains().getFirst().tuning().orElseThrow().metric().inverseRows();
    assertThat(rows[0][2]).isBetween(4.0, 6.0);
    assertThat(rows[4][5]).isZero();
  }
}
