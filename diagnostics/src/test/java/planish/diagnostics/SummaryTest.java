package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  private static ElementSummary row(String name, double mean, double mcse, double sd) {
    return new ElementSummary(name, mean, mcse, sd, mean, mean - sd, mean + sd, 1, 1, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iid", "correlated", "heavy", "counts", "odd", "single", "constant"})
  void valuesAreThoseOfTheDiagnostics(String name) {
    double[][] chains = Reference.draws(name);
    Map<String, Double> expected = Reference.values(name);
    ElementSummary element = ElementSummary.of("x", chains);
    close(element.mean(), expected.get("mean"));
    close(element.mcseMean(), expected.get("mcse_mean"));
    close(element.sd(), expected.get("sd"));
    close(element.median(), expected.get("median"));
    close(element.q5(), expected.get("q05"));
    close(element.q95(), expected.get("q95"));
    close(element.essBulk(), expected.get("ess_bulk"));
    close(element.essTail(), expected.get("ess_tail"));
    close(element.rHat(), expected.get("rhat"));
    double draws = chains.length * chains[0].length;
    close(element.essPerDraw(), expected.get("ess_bulk") / draws);
  }

  private static void close(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  @Test
  void theLogDensityComesFirstThenTheQuantitiesInOrder() {
    double[][] iid = Reference.draws("iid");
    Draws draws =
        new Samples()
            .statistic("lp__", iid)
            .scalar("mu", iid)
            .vector("theta", List.of(iid, iid))
            .draws(4);
    Summary summary = Summary.of(draws);
    assertThat(summary.chains()).isEqualTo(4);
    assertThat(summary.draws()).isEqualTo(250);
    assertThat(summary.groups())
        .extracting(Summary.Group::name)
        .containsExactly("lp__", "mu", "theta");
    assertThat(summary.elements())
        .extracting(ElementSummary::variable)
        .containsExactly("lp__", "mu", "theta[1]", "theta[2]");
    assertThat(summary.element("theta[2]").mean()).isEqualTo(summary.element("mu").mean());
    assertThatThrownBy(() -> summary.element("nu"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("'nu'")
        .hasMessageContaining("theta");
  }

  @Test
  void manyColumnsOnThreadsGiveTheSameAsOne() {
    List<double[][]> elements = new ArrayList<>();
    for (int k = 0; k < 60; k++) {
      elements.add(Samples.normal(4, 2000, k));
    }
    Summary summary = Summary.of(new Samples().vector("x", elements).draws(4));
    for (int k = 0; k < 60; k++) {
      assertThat(summary.elements().get(k))
          .isEqualTo(ElementSummary.of("x[" + (k + 1) + "]", elements.get(k)));
    }
  }

  @Test
  void theTableIsAlignedAndHasTheDigitsThatTheErrorLeaves() {
    double[][] iid = Reference.draws("iid");
    Draws draws =
        new Samples()
            .statistic("lp__", Chains.map(iid, x -> 40 * x - 1000))
            .scalar("mu", iid)
            .vector(
                "theta",
                List.of(
                    Chains.map(iid, x -> x / 1000 + 3),
                    Samples.constant(4, 250, 1),
                    Samples.constant(4, 250, Double.NaN)))
            .scalar("large", Chains.map(iid, x -> 1e12 * x))
            .draws(4);
    assertThat(Summary.of(draws).table())
        .isEqualTo(
            """
                           mean      mcse        sd    median         5%       95%  ess_bulk  ess_tail  r_hat  ess/draw
            lp__        -1001.7       1.3      40.0   -1000.1    -1067.9    -936.6       986       917  1.001      0.99
            mu           -0.042     0.032     1.001    -0.003     -1.698     1.585       986       917  1.001      0.99
            theta[1]   2.999958  0.000032  0.001001  2.999997   2.998302  3.001585       986       917  1.001      0.99
            theta[2]      1.000         -     0.000     1.000      1.000     1.000         -         -      -         -
            theta[3]          -         -         -         -          -         -         -         -      -         -
            large     -4.168e10  3.181e10  1.001e12  -2.884e9  -1.698e12  1.585e12       986       917  1.001      0.99
            """);
  }

  @Test
  void elementsOfLargeArraysAreLeftOutAndToldOf() {
    List<double[][]> elements = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      elements.add(Reference.draws("iid"));
    }
    elements.set(9, Reference.draws("shifted"));
    elements.set(8, Reference.draws("drifting"));
    Summary summary = Summary.of(new Samples().vector("x", elements).draws(4));
    String table = summary.table(3);
    assertThat(table.lines()).hasSize(5);
    assertThat(table)
        .endsWith(
            "  x: 9 of 12 elements are left out; largest r_hat 1.103 (x[10]);"
                + " least ess_bulk 29 (x[9])\n");
    assertThat(summary.table(11).lines()).hasSize(13);
    assertThat(summary.table().lines()).hasSize(12);
    assertThat(summary.table(Integer.MAX_VALUE - 1).lines()).hasSize(13);
    assertThatThrownBy(() -> summary.table(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "4.41234, 0.0512, 3.3, 4.412",
    "4.41234, 0.12, 3.3, 4.41",
    "-0.0001234567, 0.0000012, 0.0001, -0.0001235",
    "123456.7, 123, 5000, 123457",
    "4.4, NaN, 0, 4.400",
    "0, NaN, 0, 0.000",
    "1234567890, 120, 100, 1.23456789e9",
    "1e-20, 1e-22, 1e-20, 1.000e-20",
    "5, 1e-15, 1, 5.000000000e0",
    "NaN, NaN, NaN, -",
    "-Infinity, NaN, NaN, -inf",
    "Infinity, NaN, NaN, inf"
  })
  void numbersAreRoundedByTheirError(double mean, double mcse, double sd, String expected) {
    assertThat(Rounding.of(row("x", mean, mcse, sd)).text(mean)).isEqualTo(expected);
  }

  @Test
  void csvQuotesNamesWithCommas() {
    double[][] chains = Samples.constant(1, 4, 2);
    Draws draws = new Samples().scalar("L[2,1]", chains).scalar("a\"b", chains).draws(1);
    assertThat(Summary.of(draws).csv())
        .isEqualTo(
            """
            variable,mean,mcse_mean,sd,median,q5,q95,ess_bulk,ess_tail,rhat,ess_per_draw
            "L[2,1]",2.0,NaN,0.0,2.0,2.0,2.0,NaN,NaN,NaN,NaN
            "a""b",2.0,NaN,0.0,2.0,2.0,2.0,NaN,NaN,NaN,NaN
            """);
  }

  @Test
  void jsonEscapesNamesAndHasNullForWhatIsNotFinite() {
    double[][] chains = Samples.constant(1, 4, -2.5);
    double[][] infinite = Samples.constant(1, 4, Double.POSITIVE_INFINITY);
    Draws draws =
        new Samples().scalar("a\"\\\n\u0001\u00e9", chains).scalar("b", infinite).draws(1);
    assertThat(Summary.of(draws).json())
        .isEqualTo(
            """
            {
              "chains": 1,
              "draws": 4,
              "elements": [
                {"variable": "a\\"\\\\\\n\\u0001\u00e9", "mean": -2.5, "mcse_mean": null, "sd": 0.0, \
            "median": -2.5, "q5": -2.5, "q95": -2.5, "ess_bulk": null, "ess_tail": null, \
            "rhat": null, "ess_per_draw": null},
                {"variable": "b", "mean": null, "mcse_mean": null, "sd": null, \
            "median": null, "q5": null, "q95": null, "ess_bulk": null, "ess_tail": null, \
            "rhat": null, "ess_per_draw": null}
              ]
            }
            """);
  }

  @Test
  void noQuantitiesAndNoDraws() {
    Draws none = new Draws(List.of(), List.of(), new double[0][][], new double[0][][]);
    assertThat(Summary.of(none).json()).contains("\"elements\": []");
    assertThat(Summary.of(none).table().lines()).hasSize(1);
    assertThat(Summary.of(none).csv().lines()).hasSize(1);
    Summary empty = Summary.of(new Samples().scalar("mu", new double[2][0]).draws(2));
    assertThat(empty.element("mu").mean()).isNaN();
    assertThat(empty.element("mu").essPerDraw()).isNaN();
    assertThat(empty.table()).contains("mu");
    Summary single = Summary.of(new Samples().scalar("mu", new double[][] {{3}}).draws(1));
    assertThat(single.element("mu").median()).isEqualTo(3);
    assertThat(single.element("mu").sd()).isNaN();
    assertThat(single.element("mu").rHat()).isNaN();
  }
}
