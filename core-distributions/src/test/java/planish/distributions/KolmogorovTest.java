package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KolmogorovTest {
  /** scipy.stats.kstest(x, "uniform", method="exact"), SciPy 1.17.1. */
  @Test
  void pValuesAreSciPys() {
    assertThat(Kolmogorov.pValue(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, x -> x))
        .isCloseTo(0.112, within(1e-12));
    double[] many = new double[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = Math.pow((i + 0.5) / 100, 1.3);
    }
    assertThat(Kolmogorov.pValue(many, x -> x)).isCloseTo(0.24022065390747058, within(1e-12));
  }
}
