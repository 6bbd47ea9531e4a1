package planish.diagnostics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericTest {
  /** Values of qnorm in R 4.2.2. */
  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.047096299361201",
    "1e-100, -21.273453560965319",
    "1e-20, -9.2623400897984052",
    "1e-10, -6.3613409024040557",
    "1e-5, -4.2648907939228256",
    "0.001, -3.0902323061678132",
    "0.0749, -1.4402382675279632",
    "0.075, -1.4395314709384557",
    "0.0751, -1.4388253927525398",
    "0.25, -0.67448975019608171",
    "0.5, 0",
    "0.6, 0.25334710313579978",
    "0.925, 1.4395314709384559",
    "0.99999, 4.2648907939238399",
    "0.99999999999900002, 7.0344869100478356"
  })
  void normalQuantile(double p, double expected) {
    assertThat(NormalQuantile.of(p)).isCloseTo(expected, within(2e-15 * Math.abs(expected)));
  }

  @Test
  void normalQuantileAtTheEdges() {
    assertThat(NormalQuantile.of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(NormalQuantile.of(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(NormalQuantile.of(-0.1)).isNaN();
    assertThat(NormalQuantile.of(1.1)).isNaN();
    assertThat(NormalQuantile.of(Double.NaN)).isNaN();
  }

  /** Values of qbeta in R 4.2.2. */
  @ParameterizedTest
  @CsvSource({
    "0.1586553, 1.5, 3.25, 0.11283089023353796",
    "0.8413447, 201, 201, 0.52493770934756423",
    "0.1586553, 20.5, 380.1, 0.04024199479408376",
    "0.5, 1, 1, 0.5",
    "0.025, 5001, 12.5, 0.99594905763249841",
    "0.3, 1e5, 1e5, 0.49941370187173967"
  })
  void betaQuantile(double p, double a, double b, double expected) {
    assertThat(BetaQuantile.of(p, a, b)).isCloseTo(expected, within(1e-11 * expected));
  }

  /** Values of pbeta in R 4.2.2. */
  @ParameterizedTest
  @CsvSource({
    "0.2, 1.5, 3.25, 0.32998136490551949",
    "0.5, 201, 201, 0.5",
    "0.9, 20, 3, 0.62004093841190322",
    "1e-8, 2, 5, 1.4999999599999989e-15",
    "0.04, 20, 400, 0.24078696024206425",
    "0, 2, 3, 0",
    "1, 2, 3, 1"
  })
  void betaDistribution(double x, double a, double b, double expected) {
    assertThat(BetaQuantile.distribution(x, a, b)).isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void betaQuantileOfNaN() {
    assertThat(BetaQuantile.of(0.5, Double.NaN, 1)).isNaN();
  }

  /** Values of lgamma in R 4.2.2. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.57236494292470008",
    "1, 0",
    "2, 0",
    "3.7, 1.4280723266653881",
    "12, 17.50230784587389",
    "100, 359.1342053695754",
    "12345.678, 103959.91990554606"
  })
  void logGamma(double x, double expected) {
    assertThat(BetaQuantile.logGamma(x)).isCloseTo(expected, within(1e-14 * Math.max(1, expected)));
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 100, 127, 128, 129, 1000})
  void autocovariancesByFourierTransformAreThoseOfTheDefinition(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] chain = random.doubles(n).map(x -> x + 5).toArray();
    Autocovariance covariance = new Autocovariance(chain);
    double mean = Moments.mean(chain);
    for (int lag = 0; lag < n; lag++) {
      double sum = 0;
      for (int k = lag; k < n; k++) {
        sum += (chain[k] - mean) * (chain[k - lag] - mean);
      }
      assertThat(covariance.at(lag)).isCloseTo(sum / n, within(1e-14));
    }
  }

  @Test
  void momentsOfFewNumbersAndOfALargeOffset() {
    assertThat(Moments.mean(new double[0])).isNaN();
    assertThat(Moments.variance(new double[0])).isNaN();
    assertThat(Moments.variance(new double[] {1})).isNaN();
    assertThat(Moments.variance(new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3})).isEqualTo(1);
    assertThat(Moments.mean(new double[] {1, Double.POSITIVE_INFINITY})).isInfinite();
  }
}
