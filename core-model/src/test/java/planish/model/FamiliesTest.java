package planish.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.autodiff.rewrite.Rewrites;

/** What a gradient costs does not grow with the observations where there are statistics of them. */
class FamiliesTest {
  /** Five operations on scalars: statistics of few rows may happen to be equal, or to be zero. */
  private static final double SCALARS = 55;

  static Stream<FamilyCases.FamilyCase> cases() {
    return FamilyCases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCostDoesNotGrow(FamilyCases.FamilyCase given) {
    double once = cost(given.model().of(FamilyCases.ROWS));
    assertThat(cost(given.model().of(2 * FamilyCases.ROWS))).isLessThanOrEqualTo(once + SCALARS);
    assertThat(cost(given.model().of(FamilyCases.MOST))).isLessThanOrEqualTo(once + SCALARS);
  }

  private static double cost(Model model) {
    GradientProgram program = GradientProgram.of(Trace.of(model), Rewrites.all());
    return Rewrites.cost(program.graph(), program.computed());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDensityStays(FamilyCases.FamilyCase given) {
    Model model = given.model().of(FamilyCases.ROWS);
    LogDensity before = StatisticsOfModelsTest.density(model, Rewrites.none());
    LogDensity after = StatisticsOfModelsTest.density(model, Rewrites.all());
    Random random = new Random(5);
    double[] expected = new double[before.dimension()];
    double[] found = new double[before.dimension()];
    for (int k = 0; k < 50; k++) {
      double[] position = FamilyCases.position(random, expected.length);
      double value = before.valueAndGradient(position, expected);
      double size = Math.max(1, Math.abs(value));
      assertThat(after.valueAndGradient(position, found)).isCloseTo(value, within(1e-10 * size));
      for (int i = 0; i < found.length; i++) {
        double scale = Math.max(size, Math.abs(expected[i]));
        assertThat(found[i]).isCloseTo(expected[i], within(1e-9 * scale));
      }
    }
  }
}
