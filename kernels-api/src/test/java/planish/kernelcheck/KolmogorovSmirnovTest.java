package planish.kernelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KolmogorovSmirnovTest {
  /**
   * The probability that a Poisson process, counted between the points at which the bounds change,
   * stays between them: computed with mpmath in 40 digits. SciPy 1.17's {@code kstwo.sf} agrees for
   * n up to 100; beyond, it uses an expansion that is right to 8 digits.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.75, 0.5",
    "5, 0.4, 0.3087999999999995",
    "10, 0.274, 0.3715203845434957",
    "100, 0.15, 0.01983924212564604",
    "1000, 0.05, 0.0130120713099669"
  })
  void isExact(int n, double d, double expected) {
    assertThat(KolmogorovSmirnov.pValue(n, d)).isCloseTo(expected, within(1e-12));
  }

  /** SciPy 1.17, {@code kstwo.sf(d, n)}. */
  @ParameterizedTest
  @CsvSource({
    "60000, 0.003, 0.651565751976552",
    "60000, 0.004, 0.2915191216630362",
    "60000, 0.006, 0.02649302624580685",
    "60000, 0.0095, 3.933627552137467e-05",
    "25000, 0.01, 0.013385458636528774"
  })
  void isNearlyExactForManyNumbers(int n, double d, double expected) {
    assertThat(KolmogorovSmirnov.pValue(n, d)).isCloseTo(expected, withinPercentage(0.03));
    assertThat(KolmogorovSmirnov.pValue(n, 0.0001)).isEqualTo(1);
  }

  @Test
  void measuresTheGreatestDistance() {
    assertThat(KolmogorovSmirnov.statistic(new double[] {0.9, 0.2, 0.3}))
        .isCloseTo(2.0 / 3 - 0.3, within(1e-15));
    assertThat(KolmogorovSmirnov.pValue(new double[] {Double.NaN, 0.5, 0.2})).isZero();
  }

  /** SciPy 1.17, {@code norm.cdf} and {@code chi2.cdf}. */
  @Test
  void distributionFunctionsAreRight() {
    assertThat(Cdf.normal(-5)).isCloseTo(2.866515718791933e-07, within(1e-15));
    assertThat(Cdf.normal(-1.5)).isCloseTo(0.06680720126885807, within(1e-15));
    assertThat(Cdf.normal(0.3)).isCloseTo(0.6179114221889526, within(1e-15));
    assertThat(Cdf.chiSquared(2, 1.5)).isCloseTo(0.5276334472589851, within(1e-14));
    assertThat(Cdf.chiSquared(200, 230)).isCloseTo(0.9283881414754461, within(1e-12));
  }
}
