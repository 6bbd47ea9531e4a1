package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Site;
import planish.model.Trace;
import planish.spi.UserException;
import planish.transforms.Constraints;

class TransformChoiceTest {
  private static final Model SOFT =
      m -> {
        m.through("softplus").sample("tau", halfNormal(1));
        m.sample("sigma", halfNormal(1));
      };

  private static String chosen(Model model, String site) {
    return Trace.of(model).site(site).flatMap(Site::transform).orElseThrow().name();
  }

  private static double density(Model model, double... position) {
    return Posteriors.compile("test", model).density().open().value(position);
  }

  private static double halfNormalLog(double x) {
    return 0.5 * Math.log(2 / Math.PI) - 0.5 * x * x;
  }

  @Test
  void aStatementNamesItsTransform() {
    assertThat(chosen(SOFT, "tau")).isEqualTo("softplus");
    assertThat(chosen(SOFT, "sigma")).isEqualTo("log");
    double tau = Math.log1p(Math.exp(0.3));
    double expected =
        halfNormalLog(tau) - Math.log1p(Math.exp(-0.3)) + halfNormalLog(Math.exp(-0.4)) - 0.4;
    assertThat(density(SOFT, 0.3, -0.4)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void theInnermostChoiceCounts() {
    Model model =
        m -> {
          var soft = m.through("softplus");
          soft.sample("a", halfNormal(1));
          soft.through("log").sample("b", halfNormal(1));
          soft.observe("y", normal(0, 1), 2);
        };
    assertThat(chosen(model, "a")).isEqualTo("softplus");
    assertThat(chosen(model, "b")).isEqualTo("log");
  }

  @Test
  void transformsAreChosenFromOutsideToo() {
    Model model = Handlers.transform(SOFT, Map.of("sigma", "softplus", "tau", "log"));
    assertThat(chosen(model, "tau")).isEqualTo("log");
    assertThat(chosen(model, "sigma")).isEqualTo("softplus");
    assertThatThrownBy(() -> Trace.of(Handlers.transform(SOFT, Map.of("sigm", "log"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sampled site")
        .hasMessageContaining("sigma");
  }

  @Test
  void wrongChoicesAreToldWithTheSite() {
    assertThatThrownBy(() -> Trace.of(m -> m.through("softplus").sample("mu", normal(0, 1))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'mu' (TransformChoiceTest.java:")
        .hasMessageContaining("transform 'softplus' does not reach finite numbers");
    assertThatThrownBy(() -> Trace.of(m -> m.through("softpluss").sample("mu", halfNormal(1))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'mu'")
        .hasMessageContaining("softplus");
    Model both =
        Handlers.reparam(SOFT, Map.of("tau", plain -> (site, inner) -> Optional.of(Expr.of(1))));
    assertThatThrownBy(() -> Trace.of(both))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'tau'")
        .hasMessageContaining("choose one of the two");
  }

  @Test
  void simplicesAreParametersByEitherTransform() {
    Model sticks = m -> m.parameter("theta", Constraints.simplex(), 3);
    Model ratios =
        m -> m.through("isometric-log-ratio").parameter("theta", Constraints.simplex(), 3);
    double[] theta = {0.2, 0.3, 0.5};
    for (Model model : new Model[] {sticks, ratios}) {
      Posterior posterior = Posteriors.compile("simplex", model);
      assertThat(posterior.layout().dimension()).isEqualTo(2);
      double[] position = posterior.unconstrain(Map.of("theta", theta));
      double[] draw = new double[3];
      posterior.openWriter().write(position, new SplittableRandom(1), draw);
      assertThat(draw).containsExactly(theta, within(1e-15));
    }
    double[] even = new double[2];
    assertThat(density(sticks, even)).isCloseTo(3 * Math.log(1 / 3.0), within(1e-14));
    assertThat(density(ratios, even))
        .isCloseTo(0.5 * Math.log(3) + 3 * Math.log(1 / 3.0), within(1e-14));
    assertThatThrownBy(() ->
            Posteriors.compile("simplex", sticks)
                .unconstrain(Map.of("theta", new double[] {0.2, 0.3, 0.4})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("theta = [0.2, 0.3, 0.4] cannot be a starting value")
        .hasMessageContaining("vectors of numbers of at least 0 with sum 1");
  }

  @Test
  void shapesOfParametersEndInThatOfOneValue() {
    Model model =
        m -> {
          m.parameter("mu", Constraints.ordered(), 4, 3);
          m.parameter("omega", Constraints.corrMatrix(), 3, 3);
        };
    Posterior posterior = Posteriors.compile("arrays", model);
    assertThat(posterior.layout().blocks())
        .extracting(block -> block.constrained())
        .containsExactly(Shape.of(4, 3), Shape.of(3, 3));
    assertThat(posterior.layout().dimension()).isEqualTo(4 * 3 + 3);
    assertThatThrownBy(() -> Trace.of(m -> m.parameter("omega", Constraints.corrMatrix(), 3)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'omega'")
        .hasMessageContaining("2 or more axes");
    assertThatThrownBy(() -> Trace.of(m -> m.parameter("omega", Constraints.corrMatrix(), 3, 2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'omega'")
        .hasMessageContaining("as many rows as columns");
    assertThatThrownBy(() ->
            posterior.unconstrain(
                Map.of("mu", new double[12], "omega", new double[] {1, 2, 0, 2, 1, 0, 0, 0, 1})))
        .isInstanceOf(UserException.class);
  }

  /** As in a GARCH(1, 1) model: beta lies between 0 and 1 − alpha. */
  @Test
  void boundsThatDependOnParametersHaveTheirJacobians() {
    Model garch =
        m -> {
          Expr alpha = m.parameter("alpha", Constraints.unitInterval());
          m.parameter("beta", Constraints.interval(Expr.of(0), Expr.of(1).minus(alpha)));
        };
    double a = 1 / (1 + Math.exp(-0.3));
    double z = 1 / (1 + Math.exp(0.8));
    double expected = Math.log(a * (1 - a)) + Math.log((1 - a) * z * (1 - z));
    assertThat(density(garch, 0.3, -0.8)).isCloseTo(expected, within(1e-14));
    Posterior posterior = Posteriors.compile("garch", garch);
    double[] position =
        posterior.unconstrain(
            Map.of("alpha", new double[] {a}, "beta", new double[] {(1 - a) * z}));
    assertThat(position).containsExactly(new double[] {0.3, -0.8}, within(1e-14));
    assertThatThrownBy(() ->
            posterior.unconstrain(Map.of("alpha", new double[] {0.7}, "beta", new double[] {0.4})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("beta = 0.4 cannot be a starting value")
        .hasMessageContaining("numbers between 0 and a bound set by the model");
  }
}
