package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.multiNormalCholesky;
import static planish.distributions.Distributions.normal;

import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.model.Posteriors;
import planish.model.Trace;
import planish.spi.UserException;

class PlatesTest {
  private static Shape shapeOf(Model model, String site) {
    return Trace.of(model).site(site).orElseThrow().shape();
  }

  @Test
  void theFirstPlateStandsOnTheLastAxisAndTheNextBeforeIt() {
    Model model =
        m -> {
          try (var _ = m.plate("columns", 3)) {
            m.sample("a", normal(0, 1));
            m.plate("rows", 2, () -> m.sample("b", normal(0, 1)));
          }
          m.sample("c", normal(0, 1));
        };
    assertThat(shapeOf(model, "a")).isEqualTo(Shape.of(3));
    assertThat(shapeOf(model, "b")).isEqualTo(Shape.of(2, 3));
    assertThat(shapeOf(model, "c")).isEqualTo(Shape.scalar());
  }

  @Test
  void aPlateCanStandOnAGivenAxis() {
    Model model =
        m -> {
          try (var _ = m.plate("rows", 2, -2)) {
            m.sample("a", normal(0, 1));
            m.plate("columns", 3, () -> m.sample("b", normal(0, 1)));
          }
        };
    assertThat(shapeOf(model, "a")).isEqualTo(Shape.of(2, 1));
    assertThat(shapeOf(model, "b")).isEqualTo(Shape.of(2, 3));
  }

  @Test
  void vectorsKeepTheirOwnAxisBehindThePlates() {
    Expr unit = Expr.matrix(new double[][] {{1, 0}, {0, 1}});
    Model model =
        m ->
            m.plate("groups", 4, () -> m.sample("v", multiNormalCholesky(Expr.vector(0, 0), unit)));
    assertThat(shapeOf(model, "v")).isEqualTo(Shape.of(4, 2));
  }

  @Test
  void repetitionsAddUp() {
    double[] y = {0.3, -1, 2};
    Model plated =
        m -> {
          Expr mu = m.sample("mu", normal(0, 1));
          m.plate("i", 3, () -> m.observe("y", normal(mu, 2), y));
        };
    double expected = log(0.7, 0, 1) + log(0.3, 0.7, 2) + log(-1, 0.7, 2) + log(2, 0.7, 2);
    assertThat(Posteriors.compile("plated", plated).density().open().value(new double[] {0.7}))
        .isCloseTo(expected, within(1e-13));
  }

  /** One datum for three repetitions counts three times, as in NumPyro. */
  @Test
  void aScalarDatumIsRepeated() {
    Model plated = m -> m.plate("i", 3, () -> m.observe("y", normal(0, 1), 0.5));
    assertThat(Posteriors.compile("plated", plated).density().open().value(new double[0]))
        .isCloseTo(3 * log(0.5, 0, 1), within(1e-14));
  }

  private static double log(double x, double mu, double sigma) {
    double z = (x - mu) / sigma;
    return -0.5 * z * z - Math.log(sigma) - 0.5 * Math.log(2 * Math.PI);
  }

  @Test
  void aBatchThatDoesNotFitIsTold() {
    assertThatThrownBy(
            () -> Trace.of(m -> m.plate("i", 3, () -> m.sample("x", normal(Expr.vector(1, 2), 1)))))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("site 'x' (PlatesTest.java:")
        .hasMessageContaining("batch shape [2] does not fit plate 'i' of size 3 on axis -1");
  }

  @Test
  void wrongPlatesAreTold() {
    assertThatThrownBy(() -> Trace.of(m -> m.plate("i", 0, () -> {})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("plate 'i' has a size of at least 1, but got 0");
    assertThatThrownBy(() -> Trace.of(m -> m.plate("i", 2, () -> m.plate("i", 2, () -> {}))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is opened inside plate '");
  }
}
