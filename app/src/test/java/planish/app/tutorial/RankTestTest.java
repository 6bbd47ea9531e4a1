package planish.app.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** References: SciPy 1.17.1, {@code mannwhitneyu(a, b, alternative='greater', method='exact')}. */
class RankTestTest {
  private static void assertGreater(double[] first, double[] second, double reference) {
    assertThat(RankTest.greater(first, second)).isCloseTo(reference, within(1e-14));
  }

  @Test
  void agreesWithSciPy() {
    double[] a = {1.3, 2.1, 0.4, 5.0, 3.3};
    double[] b = {0.9, 1.1, 2.0, 4.0, 0.1, 2.2};
    assertGreater(a, b, 0.2683982683982684);
    assertGreater(b, a, 0.7857142857142857);
  }

  @Test
  void agreesWithSciPyOnTwentyAndTwenty() {
    double[] a = IntStream.range(0, 20).mapToDouble(k -> k * 7 % 41 / 41.0).toArray();
    double[] b = IntStream.range(0, 20).mapToDouble(k -> k * 11 % 43 / 43.0 - 0.1).toArray();
    assertGreater(a, b, 0.17039242579456343);
    assertGreater(b, a, 0.8363690822388892);
  }

  @Test
  void fiveAboveFiveIsOneOfAllChoices() {
    assertGreater(new double[] {6, 7, 8, 9, 10}, new double[] {1, 2, 3, 4, 5}, 1 / 252.0);
    assertGreater(new double[] {1, 2, 3, 4, 5}, new double[] {6, 7, 8, 9, 10}, 1);
  }

  /** All 126 choices of four ranks among nine were counted: 35 sum to as much or more. */
  @Test
  void equalNumbersShareTheirRanks() {
    assertGreater(new double[] {1, 2, 2, 3}, new double[] {2, 1, 1, 0, 3}, 35 / 126.0);
    assertGreater(new double[] {1, 1}, new double[] {1, 1}, 1);
  }
}
