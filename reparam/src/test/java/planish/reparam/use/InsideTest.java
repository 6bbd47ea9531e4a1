package planish.reparam.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Site;
import planish.model.Trace;
import planish.reparam.LocScaleReparam;
import planish.spi.UserException;

/** Rewrites inside a model, around one site, are those from outside. */
class InsideTest {
  private static Model schools(boolean inside) {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5));
      Expr tau = m.sample("tau", halfCauchy(5));
      Expr theta =
          inside
              ? m.reparam(new LocScaleReparam(0.25)).sample("theta", normal(mu, tau), 3)
              : m.sample("theta", normal(mu, tau), 3);
      m.observe("y", normal(theta, 10), new double[] {28, 8, -3});
    };
  }

  @Test
  void bothWaysAreOneModel() {
    Posterior inside = Posteriors.compile("inside", schools(true));
    Posterior outside =
        Posteriors.compile(
            "outside",
            Handlers.reparam(schools(false), Map.of("theta", new LocScaleReparam(0.25))));
    assertThat(inside.layout()).isEqualTo(outside.layout());
    assertThat(inside.outputs()).isEqualTo(outside.outputs());
    double[] position = {1, 0.3, -1, 0.2, 2};
    double[] gradient = new double[5];
    double[] other = new double[5];
    assertThat(inside.density().open().valueAndGradient(position, gradient))
        .isEqualTo(outside.density().open().valueAndGradient(position, other));
    assertThat(gradient).containsExactly(other);
  }

  @Test
  void theLineIsThatOfTheStatement() {
    Trace trace = Trace.of(schools(true));
    Site site = trace.site("theta_decentered").orElseThrow();
    assertThat(site.place().line()).startsWith("InsideTest.java:");
    assertThat(site.origin()).isEqualTo("theta");
    assertThat(trace.site("theta").orElseThrow().role()).isEqualTo(Site.Role.DETERMINISTIC);
  }

  @Test
  void plainStatementsPassUnchanged() {
    Model model =
        m -> {
          var rewriting = m.reparam(new LocScaleReparam(0));
          Expr x = rewriting.sample("x", normal(1, 2));
          rewriting.observe("y", normal(x, 1), 3);
        };
    assertThat(Trace.of(model).sites())
        .extracting(Site::name)
        .containsExactly("x_decentered", "x", "y");
  }

  @Test
  void whatCannotBeRewrittenIsToldWithItsLine() {
    Model model = m -> m.reparam(new LocScaleReparam(0)).sample("tau", halfCauchy(1));
    assertThatThrownBy(() -> Trace.of(model))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'tau' (InsideTest.java:")
        .hasMessageContaining("cannot rewrite half-cauchy");
  }
}
