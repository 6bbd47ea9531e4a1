package planish.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.spi.Options;

class EightSchoolsTest {
  private static final double[] Y = {28, 8, -3, 7, -1, 1, 18, 12};
  private static final double[] SIGMA = {15, 10, 16, 11, 9, 11, 10, 18};

  private static Posterior posterior(ModelProvider provider) {
    return Posteriors.compile(
        provider.name(), provider.create(Options.defaults(provider.options()), Optional.empty()));
  }

  private static double normal(double x, double mu, double sigma) {
    double z = (x - mu) / sigma;
    return -0.5 * z * z - Math.log(sigma) - 0.5 * Math.log(2 * Math.PI);
  }

  private static double halfCauchy(double x, double sigma) {
    return Math.log(2 / (Math.PI * sigma * (1 + x * x / sigma / sigma)));
  }

  @Test
  void centredDensityIsTheSumOfItsTermsAndTheJacobian() {
    LogDensity density = posterior(new EightSchools()).density().open();
    double[] position = {1.5, Math.log(3), 1, 2, 3, 4, 5, -6, 7, 8};
    double expected = normal(1.5, 0, 5) + halfCauchy(3, 5) + Math.log(3);
    for (int j = 0; j < 8; j++) {
      expected += normal(position[2 + j], 1.5, 3) + normal(Y[j], position[2 + j], SIGMA[j]);
    }
    double[] gradient = new double[10];
    assertThat(density.valueAndGradient(position, gradient)).isCloseTo(expected, within(1e-11));
    double mu = -1.5 / 25;
    for (int j = 0; j < 8; j++) {
      mu += (position[2 + j] - 1.5) / 9;
      double theta =
          -(position[2 + j] - 1.5) / 9 + (Y[j] - position[2 + j]) / (SIGMA[j] * SIGMA[j]);
      assertThat(gradient[2 + j]).isCloseTo(theta, within(1e-12));
    }
    assertThat(gradient[0]).isCloseTo(mu, within(1e-12));
    assertThat(density.value(position)).isEqualTo(density.valueAndGradient(position, gradient));
  }

  @Test
  void bothFormsAreOneModel() {
    Posterior centred = posterior(new EightSchools());
    Posterior other = posterior(new EightSchoolsNoncentered());
    double[] raw = {0.3, Math.log(2), 1, -1, 0.5, 0.2, 0, -2, 1.5, 0.1};
    double[] effects = raw.clone();
    for (int j = 2; j < 10; j++) {
      effects[j] = 0.3 + 2 * raw[j];
    }
    // theta = mu + tau * eta: the densities differ by the Jacobian tau^8.
    assertThat(other.density().open().value(raw))
        .isCloseTo(centred.density().open().value(effects) + 8 * Math.log(2), within(1e-11));
    double[] draw = new double[other.outputs().size()];
    other.openWriter().write(raw, new SplittableRandom(1), draw);
    assertThat(other.outputs().elementNames().subList(0, 3))
        .containsExactly("mu", "tau", "theta_trans[1]");
    assertThat(draw[10]).isCloseTo(2.3, within(1e-15));
    assertThat(
            other.unconstrain(
                Map.of(
                    "mu",
                    new double[] {0.3},
                    "tau",
                    new double[] {2},
                    "theta_trans",
                    java.util.Arrays.copyOfRange(raw, 2, 10))))
        .containsExactly(raw, within(1e-15));
  }
}
