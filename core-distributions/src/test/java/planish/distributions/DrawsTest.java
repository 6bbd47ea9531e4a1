package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.family.ScalarFamily;
import planish.spi.UserException;

class DrawsTest {
  private static double[] draws(Laws law, int n) {
    return Evaluate.draws(law.distribution().expand(Shape.of(n)), 5);
  }

  /** 5,000 draws each; p above 1e-5: false alarms of at most 3e-4 over all rows. */
  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#continuous")
  void followTheirDistributionFunction(Laws law) {
    assertThat(Kolmogorov.pValue(draws(law, 5000), law::cdf)).isGreaterThan(1e-5);
  }

  /** The same test tells a wrong scale: 20 % too wide. */
  @Test
  void theTestHasPower() {
    double[] x = new double[5000];
    Distribution normal = Distributions.normal(0, 1.2).expand(Shape.of(5000));
    normal.variate().draw(new SplittableRandom(5), new double[][] {{0}, {1.2}}, x);
    ScalarFamily family = (ScalarFamily) Reference.PROVIDERS.get("normal");
    assertThat(Kolmogorov.pValue(x, each -> family.cdf(each, 0, 1))).isLessThan(1e-5);
  }

  /**
   * Pearson's test over cells of at least 10 expected draws of 20,000; p above 1e-5: false alarms
   * of at most 2e-4 over all rows.
   */
  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#counts")
  void wholeNumbersComeAsOftenAsTheyShould(Laws law) {
    assertThat(Pearson.pValue(draws(law, 20_000), law::cdf)).isGreaterThan(1e-5);
  }

  /** Squared Mahalanobis distances of pairs are exponential with mean 2; 5,000 draws, p > 1e-5. */
  @Test
  void vectorsHaveChiSquaredDistances() {
    Expr mu = Expr.vector(1, -2);
    Expr factor = Expr.of(new double[] {0.5, 0, -1, 3}, Shape.of(2, 2));
    Distribution batch = Distributions.multiNormalCholesky(mu, factor).expand(Shape.of(5000));
    double[] x = new double[10_000];
    batch.variate().draw(new SplittableRandom(8), new double[][] {{1, -2}, {0.5, 0, -1, 3}}, x);
    double[] distances = new double[5000];
    double[] angles = new double[5000];
    for (int i = 0; i < 5000; i++) {
      double z1 = (x[2 * i] - 1) / 0.5;
      double z2 = (x[2 * i + 1] + 2 + z1) / 3;
      distances[i] = z1 * z1 + z2 * z2;
      angles[i] = Math.atan2(z1, z2) / (2 * Math.PI) + 0.5;
    }
    assertThat(Kolmogorov.pValue(distances, d -> 1 - Math.exp(-d / 2))).isGreaterThan(1e-5);
    assertThat(Kolmogorov.pValue(angles, a -> a)).isGreaterThan(1e-5);
  }

  @Test
  void argumentsAreRepeatedOverTheBatch() {
    Distribution batch =
        Distributions.normal(
            Expr.of(new double[] {1, 2}, Shape.of(2, 1)), Expr.vector(1e-9, 2e-9, 3e-9));
    assertThat(batch.batchShape()).isEqualTo(Shape.of(2, 3));
    double[] x = new double[6];
    batch.variate().draw(new SplittableRandom(1), new double[][] {{1, 2}, {1e-9, 2e-9, 3e-9}}, x);
    assertThat(x).containsExactly(new double[] {1, 1, 1, 2, 2, 2}, within(1e-7));
  }

  @Test
  void nothingIsDrawnFromAnImproperDensity() {
    assertThatThrownBy(() -> Distributions.flat().variate())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("improper");
  }
}
