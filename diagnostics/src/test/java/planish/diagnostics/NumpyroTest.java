package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The NumPyro table against NumPyro 0.22.0 on the same draws; values made by numpyro.py. */
class NumpyroTest {
  static Stream<String> cases() {
    return Reference.draws().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithNumpyro(String name) {
    NumpyroSummary row = NumpyroSummary.of("x", Reference.draws(name));
    Map<String, Double> actual =
        Map.of(
            "mean", row.mean(),
            "std", row.std(),
            "median", row.median(),
            "5.0%", row.low(),
            "95.0%", row.high(),
            "n_eff", row.nEff(),
            "r_hat", row.rHat());
    Map<String, Double> expected = Reference.values("numpyro.csv", name);
    assertThat(expected.keySet()).isEqualTo(actual.keySet());
    SoftAssertions softly = new SoftAssertions();
    expected.forEach((measure, value) -> {
      double number = actual.get(measure);
      if (name.equals("stuck") && measure.equals("r_hat")) {
        softly.assertThat(number).as(measure).isGreaterThan(1e10);
      } else if (Double.isFinite(value)) {
        double tolerance = 1e-9 * Math.max(1, Math.abs(value));
        softly.assertThat(number).as(measure).isCloseTo(value, within(tolerance));
      } else {
        softly.assertThat(number).as(measure).isEqualTo(value);
      }
    });
    softly.assertAll();
  }

  @Test
  void tableHasTheColumnsAndTheNumberOfDivergences() {
    double[][] iid = Reference.draws("iid");
    double[][] divergent = Samples.constant(4, 250, 0);
    divergent[1][3] = 1;
    Draws draws =
        new Samples()
            .statistic("divergent__", divergent)
            .scalar("mu", iid)
            .vector("theta", List.of(iid, iid, iid))
            .draws(4);
    assertThat(NumpyroTable.of(draws, 1))
        .isEqualTo(
            """
                       mean   std  median   5.0%  95.0%   n_eff  r_hat
            mu        -0.04  1.00    0.00  -1.82   1.44  974.06   1.00
            theta[1]  -0.04  1.00    0.00  -1.82   1.44  974.06   1.00
              theta: 2 of 3 elements are left out

            Number of divergences: 1
            """);
    assertThat(NumpyroTable.of(draws, 2)).contains("theta[3]").doesNotContain("left out");
    assertThatThrownBy(() -> NumpyroTable.of(draws, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingAndWhatIsNotFiniteIsShownAsNothing() {
    Draws none = new Samples().scalar("mu", new double[4][0]).draws(4);
    assertThat(NumpyroTable.of(none, 5)).contains("mu     -    -       -     -      -      -");
    double[][] wild = Samples.normal(4, 20, 1);
    wild[0][0] = Double.NaN;
    NumpyroSummary row = NumpyroSummary.of("x", wild);
    assertThat(List.of(row.mean(), row.low(), row.high(), row.nEff(), row.rHat()))
        .allMatch(x -> Double.isNaN(x));
  }
}
