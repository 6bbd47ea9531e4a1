package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.autodiff.rewrite.Rewrites;
import planish.examples.EightSchools;
import planish.examples.EightSchoolsNoncentered;
import planish.examples.FunnelNoncentered;
import planish.examples.HierarchicalRegression;
import planish.examples.LogisticRegression;
import planish.examples.geometry.Horseshoe;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.model.Posteriors;
import planish.spi.Options;
import planish.transforms.Transforms;

/** Whole models: rewrites leave log densities and gradients as they are. */
class RewrittenDensitiesTest {
  static final List<String> POSTERIORS = ReferenceModels.NAMES;

  static Stream<ModelProvider> examples() {
    return Stream.of(
        new EightSchools(),
        new EightSchoolsNoncentered(),
        new FunnelNoncentered(),
        new HierarchicalRegression(),
        new LogisticRegression(),
        new Horseshoe());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void ofExamples(ModelProvider example) {
    compare(example.create(Options.defaults(example.options()), Optional.empty()));
  }

  @ParameterizedTest
  @FieldSource("POSTERIORS")
  void ofThePack(String name) throws IOException {
    compare(ReferenceModels.read(ReferencePosteriors.folder(), name));
  }

  private static void compare(Model model) {
    LogDensity before = density(model, Rewrites.none());
    LogDensity after = density(model, Rewrites.all());
    double[] expected = new double[before.dimension()];
    double[] found = new double[before.dimension()];
    Random random = new Random(11);
    for (int k = 0; k < 20; k++) {
      double[] position = random.doubles(expected.length, -1, 1).toArray();
      double value = before.valueAndGradient(position, expected);
      double other = after.valueAndGradient(position, found);
      if (Double.isFinite(value)) {
        assertThat(other).isCloseTo(value, within(1e-10 * Math.max(1, Math.abs(value))));
        assertThat(found).containsExactly(expected, within(1e-9 * size(value, expected)));
      }
    }
  }

  private static double size(double value, double[] gradient) {
    double size = Math.max(1, Math.abs(value));
    for (double derivative : gradient) {
      size = Math.max(size, Math.abs(derivative));
    }
    return size;
  }

  private static LogDensity density(Model model, Rewrites rewrites) {
    return Posteriors.compile("model", model, Transforms.boot(), rewrites).density().open();
  }
}
