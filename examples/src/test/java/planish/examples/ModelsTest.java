package planish.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.autodiff.Shape;
import planish.model.DataSet;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.spi.Options;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;

class ModelsTest {
  static Stream<ModelProvider> models() {
    return Services.boot().find(ModelProvider.class, "model").entries().stream()
        .map(Registry.Entry::provider);
  }

  private static Posterior posterior(ModelProvider provider, Map<String, String> options) {
    Options checked = Options.of(provider.name(), provider.options(), options);
    return Posteriors.compile(provider.name(), provider.create(checked, Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void gradientsAreThoseOfTheValue(ModelProvider provider) {
    Posterior posterior = posterior(provider, Map.of());
    LogDensity density = posterior.density().open();
    SplittableRandom random = new SplittableRandom(7);
    double[] position = random.doubles(density.dimension(), -1, 1).toArray();
    double[] gradient = new double[position.length];
    double value = density.valueAndGradient(position, gradient);
    assertThat(value).isFinite().isEqualTo(density.value(position));
    for (int i = 0; i < position.length; i++) {
      double[] left = position.clone();
      double[] right = position.clone();
      left[i] -= 1e-5;
      right[i] += 1e-5;
      double slope = (density.value(right) - density.value(left)) / 2e-5;
      // What rounding the two values, in the last places, does to their difference.
      double rounding = 8 * Math.ulp(value) / 2e-5;
      assertThat(gradient[i]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope)) + rounding));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void priorPositionsHaveAFiniteDensity(ModelProvider provider) {
    Posterior posterior = posterior(provider, Map.of());
    double[] position = posterior.priorPosition(new SplittableRandom(3));
    assertThat(posterior.density().open().value(position)).isFinite();
    double[] draw = new double[posterior.outputs().size()];
    posterior.openWriter().write(position, new SplittableRandom(4), draw);
    assertThat(draw).doesNotContain(Double.NaN);
  }

  @Test
  void bothListsOfProvidersAgree() throws IOException {
    URL list = EightSchools.class.getResource("/META-INF/services/planish.model.ModelProvider");
    try (var lines = list.openStream()) {
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyInAnyOrderElementsOf(
              models().map(provider -> provider.getClass().getName()).toList());
    }
    assertThat(EightSchools.class.getModule().isNamed()).isTrue();
    assertThat(models().count()).isEqualTo(12);
  }

  @Test
  void theGaussianHasItsPrecisionMatrix() {
    Posterior posterior = posterior(new Gaussian(), Map.of("dimension", "3", "correlation", "0.6"));
    double[] gradient = new double[3];
    posterior.density().open().valueAndGradient(new double[] {1, 0, 0}, gradient);
    // The precision of an AR(1) process: 1 / (1 - rho^2) at the ends, -rho / (1 - rho^2) beside.
    assertThat(gradient).containsExactly(new double[] {-1 / 0.64, 0.6 / 0.64, 0}, within(1e-14));
  }

  @Test
  void dataReplaceTheModelsOwn() {
    DataSet data =
        DataSet.empty("my.json")
            .with("J", new double[] {2}, Shape.scalar())
            .with("y", new double[] {1, 2}, Shape.of(2))
            .with("sigma", new double[] {1, 1}, Shape.of(2));
    Options none = Options.defaults(List.of());
    Posterior two = Posteriors.compile("two", new EightSchools().create(none, Optional.of(data)));
    assertThat(two.layout().dimension()).isEqualTo(4);
    DataSet wrong = data.with("sigma", new double[] {1, 1, 1}, Shape.of(3));
    assertThatThrownBy(() -> new EightSchools().create(none, Optional.of(wrong)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "my.json: variable 'sigma': expected a vector of length 2, but found shape [3]");
    assertThatThrownBy(
            () -> new Funnel().create(Options.defaults(new Funnel().options()), Optional.of(data)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("takes no data");
    DataSet negative = data.with("sigma", new double[] {1, -1}, Shape.of(2));
    assertThatThrownBy(
            () -> Posteriors.compile("two", new EightSchools().create(none, Optional.of(negative))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'y' (EightSchools.java:")
        .hasMessageContaining("normal: sigma must be positive and finite, but is");
  }
}
