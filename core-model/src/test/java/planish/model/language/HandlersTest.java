package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Predictive;
import planish.model.Reparam;
import planish.model.Site;
import planish.model.Trace;

class HandlersTest {
  private static final Model MODEL =
      m -> {
        Expr mu = m.sample("mu", normal(0, 2));
        Expr sigma = m.sample("sigma", halfNormal(1));
        m.observe("y", normal(mu, sigma), new double[] {1, 3});
      };

  private static double density(Model model, double... position) {
    return Posteriors.compile("test", model).density().open().value(position);
  }

  private static double log(double x, double mu, double sigma) {
    double z = (x - mu) / sigma;
    return -0.5 * z * z - Math.log(sigma) - 0.5 * Math.log(2 * Math.PI);
  }

  private static double likelihood(double mu, double sigma) {
    return log(1, mu, sigma) + log(3, mu, sigma);
  }

  private static double prior(double sigma) {
    return log(sigma, 0, 1) + Math.log(2);
  }

  @Test
  void conditionMakesAParameterKnown() {
    Model known = Handlers.condition(MODEL, Map.of("sigma", Expr.of(2)));
    assertThat(Trace.of(known).site("sigma").orElseThrow().role()).isEqualTo(Site.Role.OBSERVED);
    assertThat(density(known, 0.5))
        .isCloseTo(log(0.5, 0, 2) + prior(2) + likelihood(0.5, 2), within(1e-13));
  }

  @Test
  void valuesForSitesThatAreNotSampledAreRefused() {
    for (String name : new String[] {"sigmaa", "y"}) {
      assertThatThrownBy(() -> Trace.of(Handlers.condition(MODEL, Map.of(name, Expr.of(2)))))
          .hasMessageContaining("unknown sampled site '" + name + "'");
    }
    assertThatThrownBy(() -> Trace.of(Handlers.substitute(MODEL, Map.of("sigmaa", Expr.of(2)))))
        .hasMessageContaining("did you mean 'sigma'?");
  }

  @Test
  void valuesOfTheWrongShapeAreRefused() {
    Model vector = m -> m.sample("x", normal(0, 1), 3);
    assertThatThrownBy(() -> Trace.of(Handlers.condition(vector, Map.of("x", Expr.of(2)))))
        .hasMessageContaining("site 'x'")
        .hasMessageContaining("a value of shape [] was given, expected shape [3]");
  }

  @Test
  void substituteKeepsTheSiteInTheOutput() {
    Model fixed = Handlers.substitute(MODEL, Map.of("sigma", Expr.of(2)));
    Posterior posterior = Posteriors.compile("fixed", fixed);
    assertThat(posterior.layout().dimension()).isEqualTo(1);
    assertThat(posterior.outputs().elementNames()).containsExactly("mu", "sigma");
    double[] draw = new double[2];
    posterior.openWriter().write(new double[] {0.5}, new SplittableRandom(1), draw);
    assertThat(draw).containsExactly(0.5, 2);
    assertThat(density(fixed, 0.5))
        .isCloseTo(log(0.5, 0, 2) + prior(2) + likelihood(0.5, 2), within(1e-13));
  }

  @Test
  void substitutedValuesOutsideTheSupportHaveNoDensity() {
    Model alone = m -> m.sample("sigma", halfNormal(1));
    assertThat(density(Handlers.substitute(alone, Map.of("sigma", Expr.of(-2)))))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void blockHidesSites() {
    Model hidden =
        Handlers.block(
            Handlers.substitute(MODEL, Map.of("sigma", Expr.of(2))), Set.of("sigma", "y"));
    assertThat(Trace.of(hidden).sites()).extracting(Site::name).containsExactly("mu");
    assertThat(density(hidden, 0.5)).isCloseTo(log(0.5, 0, 2), within(1e-14));
  }

  @Test
  void scopeNamesSitesApart() {
    Model two =
        m -> {
          Handlers.scope(MODEL, "a").define(m);
          Handlers.scope(MODEL, "b").define(m);
        };
    assertThat(Trace.of(two).sites())
        .extracting(Site::name)
        .containsExactly("a/mu", "a/sigma", "a/y", "b/mu", "b/sigma", "b/y");
    assertThat(Trace.of(two).sites()).allMatch(site -> site.origin().equals(site.name()));
  }

  @Test
  void scaleMultipliesAndMaskLeavesOut() {
    Model observed = m -> m.observe("y", normal(0, 1), new double[] {1, 3});
    assertThat(density(Handlers.scale(observed, Expr.of(2.5))))
        .isCloseTo(2.5 * likelihood(0, 1), within(1e-13));
    assertThat(density(Handlers.mask(observed, Expr.vector(0, 1))))
        .isCloseTo(log(3, 0, 1), within(1e-14));
  }

  @Test
  void handlersSeeStatementsBeforeThoseAround() {
    Model renamed = Handlers.scope(MODEL, "a");
    Model fixed = Handlers.substitute(renamed, Map.of("a/sigma", Expr.of(1)));
    assertThat(Trace.of(fixed).latents()).extracting(Site::name).containsExactly("a/mu");
  }

  @Test
  void priorPredictiveDrawsHaveTheirMoments() {
    Predictive prior = Predictive.prior(MODEL);
    assertThat(prior.outputs().elementNames()).containsExactly("mu", "sigma", "y[1]", "y[2]");
    int n = 20_000;
    double[][] rows = prior.draw(n, new SplittableRandom(9));
    double mean = 0;
    double product = 0;
    for (double[] row : rows) {
      mean += row[2] / n;
      product += row[2] * row[3] / n;
    }
    // Var y = 4 + 1, Cov(y1, y2) = Var mu = 4; 5 standard errors: false alarms of about 1e-6.
    assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(5.0 / n)));
    assertThat(product).isCloseTo(4, within(5 * Math.sqrt(45.0 / n)));
  }

  @Test
  void posteriorPredictiveDrawsFollowThePosition() {
    Predictive predictive = Predictive.posterior(MODEL);
    assertThat(predictive.layout()).isEqualTo(Posteriors.compile("m", MODEL).layout());
    double[] row = new double[4];
    predictive.openWriter().write(new double[] {7, -20}, new SplittableRandom(2), row);
    assertThat(row[0]).isEqualTo(7);
    assertThat(row[2]).isCloseTo(7, within(1e-7));
    assertThat(row[2]).isNotEqualTo(row[3]);
  }

  @Test
  void generatedQuantitiesAreDrawnAfterEachDraw() {
    Model model =
        m -> {
          Expr mu = m.sample("mu", normal(0, 1));
          Expr fresh = m.generate("fresh", normal(mu, 1e-9));
          m.deterministic("twice", fresh.times(2));
        };
    Posterior posterior = Posteriors.compile("m", model);
    assertThat(posterior.outputs().elementNames()).containsExactly("mu", "twice", "fresh");
    double[] row = new double[3];
    posterior.openWriter().write(new double[] {3}, new SplittableRandom(2), row);
    assertThat(row[2]).isCloseTo(3, within(1e-7)).isNotEqualTo(3);
    assertThat(row[1]).isEqualTo(2 * row[2]);
    assertThat(posterior.density().open().value(new double[] {3}))
        .isCloseTo(log(3, 0, 1), within(1e-14));
  }

  /** A rewrite as a third party would write it. */
  @Test
  void rewrittenSitesHaveTheUsersLine() {
    Reparam doubled =
        plain -> {
          assertThat(plain.site("mu")).isPresent();
          return (site, inner) ->
              Optional.of(inner.sample(site.name() + "_half", normal(0, 1)).times(2));
        };
    Trace before = Trace.of(MODEL);
    Trace after = Trace.of(Handlers.reparam(MODEL, Map.of("mu", doubled)));
    assertThat(after.sites()).extracting(Site::name).containsExactly("mu_half", "mu", "sigma", "y");
    Site half = after.site("mu_half").orElseThrow();
    assertThat(half.origin()).isEqualTo("mu");
    assertThat(half.place().line())
        .startsWith("HandlersTest.java:")
        .isEqualTo(before.site("mu").orElseThrow().place().line());
  }
}
