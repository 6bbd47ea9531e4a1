package planish.reparam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.cauchy;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Block;
import planish.autodiff.graph.Expr;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Predictive;
import planish.model.ReparamProvider;
import planish.model.Site;
import planish.model.Trace;
import planish.spi.Options;
import planish.spi.Services;
import planish.spi.UserException;

class LocScaleReparamTest {
  private static final double[] Y = {28, 8, -3};

  private static final Model SCHOOLS =
      m -> {
        Expr mu = m.sample("mu", normal(0, 5));
        Expr tau = m.sample("tau", halfCauchy(5));
        Expr theta = m.sample("theta", normal(mu, tau), 3);
        m.observe("y", normal(theta, 10), Y);
      };

  private static Posterior rewritten(double centered) {
    return Posteriors.compile(
        "rewritten", Handlers.reparam(SCHOOLS, Map.of("theta", new LocScaleReparam(centered))));
  }

  /** The map z to theta has Jacobian tau^(3 (1 - c)): with it both densities are the same. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 1})
  void densitiesDifferByTheJacobian(double centered) {
    Posterior posterior = rewritten(centered);
    double mu = 1.5;
    double tau = 2.5;
    double[] z = {0.3, -1, 2};
    double[] position = {mu, Math.log(tau), z[0], z[1], z[2]};
    double[] plain = position.clone();
    for (int j = 0; j < 3; j++) {
      plain[2 + j] = mu + Math.pow(tau, 1 - centered) * (z[j] - centered * mu);
    }
    Posterior before = Posteriors.compile("plain", SCHOOLS);
    assertThat(posterior.density().open().value(position))
        .isCloseTo(
            before.density().open().value(plain) + 3 * (1 - centered) * Math.log(tau),
            within(1e-12));
    double[] draw = new double[posterior.outputs().size()];
    posterior.openWriter().write(position, new SplittableRandom(1), draw);
    assertThat(posterior.outputs().elementNames().subList(5, 8))
        .containsExactly("theta[1]", "theta[2]", "theta[3]");
    assertThat(draw[5]).isCloseTo(plain[2], within(1e-13));
    double[] theta = {plain[2], plain[3], plain[4]};
    assertThat(
            posterior.unconstrain(
                Map.of("mu", new double[] {mu}, "tau", new double[] {tau}, "theta", theta)))
        .containsExactly(position, within(1e-12));
  }

  @Test
  void theNewSiteKnowsTheUsersSite() {
    Posterior posterior = rewritten(0);
    Block block = posterior.layout().blocks().get(2);
    assertThat(block.name()).isEqualTo("theta_decentered");
    assertThat(block.origin()).isEqualTo("theta");
    assertThat(posterior.layout().coordinates("theta")).containsExactly(2, 3, 4);
    Trace trace = Trace.of(Handlers.reparam(SCHOOLS, Map.of("theta", new LocScaleReparam(0))));
    Site site = trace.site("theta_decentered").orElseThrow();
    Site user = Trace.of(SCHOOLS).site("theta").orElseThrow();
    assertThat(site.shape()).isEqualTo(user.shape());
    assertThat(trace.site("theta").orElseThrow().role()).isEqualTo(Site.Role.DETERMINISTIC);
  }

  @Test
  void cauchySitesAreRewrittenInsidePlates() {
    Model model = m -> m.plate("i", 4, () -> m.sample("x", cauchy(Expr.of(2), Expr.of(3))));
    Posterior posterior =
        Posteriors.compile("c", Handlers.reparam(model, Map.of("x", new LocScaleReparam(0))));
    double[] draw = new double[8];
    posterior.openWriter().write(new double[] {0, 1, 2, -1}, new SplittableRandom(1), draw);
    assertThat(draw).containsExactly(0, 1, 2, -1, 2, 5, 8, -1);
  }

  @Test
  void scaleAndMaskGoWithTheSite() {
    Model halved = Handlers.scale(m -> m.sample("x", normal(1, 2)), Expr.of(0.5));
    Posterior posterior =
        Posteriors.compile("s", Handlers.reparam(halved, Map.of("x", new LocScaleReparam(0))));
    assertThat(posterior.density().open().value(new double[] {1}))
        .isCloseTo(0.5 * (-0.5 - 0.5 * Math.log(2 * Math.PI)), within(1e-15));
  }

  @Test
  void predictiveDrawsGoThroughTheRewrite() {
    Model model = Handlers.reparam(SCHOOLS, Map.of("theta", new LocScaleReparam(0)));
    Predictive prior = Predictive.prior(model);
    double[] row = prior.draw(1, new SplittableRandom(1))[0];
    assertThat(prior.outputs().elementNames().get(5)).isEqualTo("theta[1]");
    assertThat(row[5]).isCloseTo(row[0] + row[1] * row[2], within(1e-12 * Math.abs(row[5])));
  }

  @Test
  void whatCannotBeRewrittenIsAnError() {
    assertThatThrownBy(
            () -> Trace.of(Handlers.reparam(SCHOOLS, Map.of("tau", new LocScaleReparam(0)))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'tau'")
        .hasMessageContaining("cannot rewrite half-cauchy");
    assertThatThrownBy(
            () -> Trace.of(Handlers.reparam(SCHOOLS, Map.of("thta", new LocScaleReparam(0)))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("unknown sampled site 'thta'; did you mean 'theta'?");
    assertThatThrownBy(() -> new LocScaleReparam(1.5))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("from 0 to 1, but got 1.5");
  }

  @Test
  void theProviderIsFoundAndBothListsAgree() throws IOException {
    var registry = Services.boot().find(ReparamProvider.class, "reparameterisation");
    ReparamProvider provider = registry.get("loc-scale");
    assertThat(
            provider.create(
                Options.of("loc-scale", provider.options(), Map.of("centered", "0.25"))))
        .isEqualTo(new LocScaleReparam(0.25));
    assertThat(LocScaleReparam.class.getModule().isNamed()).isTrue();
    URL list =
        LocScaleReparam.class.getResource("/META-INF/services/planish.model.ReparamProvider");
    try (var lines = list.openStream()) {
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyInAnyOrderElementsOf(
              registry.entries().stream()
                  .map(entry -> entry.provider().getClass().getName())
                  .toList());
    }
  }
}
