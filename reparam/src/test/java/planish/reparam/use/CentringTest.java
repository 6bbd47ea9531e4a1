package planish.reparam.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.autodiff.Shape;
import planish.autodiff.TunableInputs;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.DistributionProvider;
import planish.distributions.Distributions;
import planish.distributions.LocationScale;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.SiteReparam;
import planish.model.Trace;
import planish.reparam.LocScaleReparam;
import planish.reparam.TransformReparam;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;
import planish.transforms.Constraints;

/** Every location-scale family, with any centring, one for the site or one for each element. */
class CentringTest {
  private static final double MU = 1.5;
  private static final double[] TAU = {0.4, 2.5, 7};
  private static final double[] Z = {0.3, -1, 2};

  static Stream<DistributionProvider> families() {
    return Services.boot().find(DistributionProvider.class, "distribution").entries().stream()
        .map(Registry.Entry::provider)
        .filter(DistributionProvider::isLocationScale);
  }

  /** mu, three scales, and three values of the family with these; shape parameters are 3. */
  private static Model model(DistributionProvider family) {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5));
      Expr tau = m.sample("tau", halfCauchy(5), 3);
      List<Expr> threes = new ArrayList<>();
      family.parameters().forEach(_ -> threes.add(Expr.of(3)));
      Distribution whole = family.create(threes).expand(Shape.of(3));
      LocationScale parts = whole.locationScale().orElseThrow();
      Expr theta = m.sample("theta", parts.rebuild(mu, tau));
      m.observe("y", normal(theta, 10), new double[] {28, 8, -3});
    };
  }

  private static Posterior rewritten(Model model, LocScaleReparam reparam) {
    return Posteriors.compile("rewritten", Handlers.reparam(model, Map.of("theta", reparam)));
  }

  private static double[] position(double[] theta) {
    return new double[] {
      MU, Math.log(TAU[0]), Math.log(TAU[1]), Math.log(TAU[2]), theta[0], theta[1], theta[2]
    };
  }

  private static double[] theta(double... centered) {
    double[] theta = new double[3];
    for (int j = 0; j < 3; j++) {
      double c = centered[centered.length == 1 ? 0 : j];
      theta[j] = MU + Math.pow(TAU[j], 1 - c) * (Z[j] - c * MU);
    }
    return theta;
  }

  /** The map z to theta has the Jacobian Π tau_j^(1 - c_j): with it both densities are the same. */
  private static double jacobian(double... centered) {
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      sum += (1 - centered[centered.length == 1 ? 0 : j]) * Math.log(TAU[j]);
    }
    return sum;
  }

  private static void check(DistributionProvider family, double... centered) {
    Model model = model(family);
    Posterior posterior = rewritten(model, new LocScaleReparam(centered));
    Posterior plain = Posteriors.compile("plain", model);
    double[] position = position(Z);
    double[] theta = theta(centered);
    double before = plain.density().open().value(position(theta));
    assertThat(posterior.density().open().value(position))
        .isCloseTo(before + jacobian(centered), within(1e-12));
    assertThat(posterior.unconstrain(Map.of("mu", new double[] {MU}, "tau", TAU, "theta", theta)))
        .containsExactly(position, within(1e-12));
    double[] draw = new double[10];
    posterior.openWriter().write(position, new SplittableRandom(1), draw);
    assertThat(new double[] {draw[7], draw[8], draw[9]}).containsExactly(theta, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("families")
  void densitiesDifferByTheJacobian(DistributionProvider family) {
    check(family, 0);
    check(family, 0.3);
    check(family, 1);
    check(family, 0, 0.5, 1);
    check(family, 0, 0, 0);
  }

  private static TunableInputs inputs(LogDensity density) {
    return density.capability(TunableInputs.class).orElseThrow();
  }

  /** One compiled density, whose centring is changed, equals densities compiled with it. */
  @Test
  void theCentringIsAnInputOfTheCompiledDensity() {
    Model model = model(families().findFirst().orElseThrow());
    Posterior posterior = rewritten(model, new LocScaleReparam(0.5, 0.5, 0.5));
    LogDensity density = posterior.density().open();
    assertThat(inputs(density).entries())
        .containsExactly(new TunableInputs.Entry("theta_centered", "theta", 0, Shape.of(3), 0, 1));
    for (double[] c : new double[][] {{0.1, 0.2, 0.9}, {0, 0, 0}, {1, 1, 1}, {0, 0.5, 1}}) {
      inputs(density).set(c);
      double[] gradient = new double[7];
      double[] expected = new double[7];
      double value = density.valueAndGradient(position(Z), gradient);
      LogDensity compiled = rewritten(model, new LocScaleReparam(c)).density().open();
      assertThat(value).isCloseTo(compiled.valueAndGradient(position(Z), expected), within(1e-12));
      assertThat(gradient).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void drawsAreWrittenWithTheCentringThatIsSet() {
    Model model = model(families().findFirst().orElseThrow());
    Posterior.DrawWriter writer = rewritten(model, new LocScaleReparam(0.5)).openWriter();
    writer.tunable().orElseThrow().set(new double[] {0.25});
    double[] draw = new double[10];
    writer.write(position(Z), new SplittableRandom(1), draw);
    assertThat(new double[] {draw[7], draw[8], draw[9]})
        .containsExactly(theta(0.25), within(1e-12));
  }

  /** At the ends nothing is computed for the centring, unless it is to be changed. */
  @Test
  void theEndsAreInputsOnlyWhereAskedFor() {
    Model model = model(families().findFirst().orElseThrow());
    for (double end : new double[] {0, 1}) {
      LocScaleReparam folded = new LocScaleReparam(end);
      LogDensity fixed = rewritten(model, folded).density().open();
      assertThat(fixed.capability(TunableInputs.class)).isEmpty();
      LogDensity tunable = rewritten(model, folded.asInput()).density().open();
      assertThat(inputs(tunable).values()).containsExactly(end);
      assertThat(tunable.value(position(Z))).isCloseTo(fixed.value(position(Z)), within(1e-12));
    }
  }

  @Test
  void wrongCentringsAreErrors() {
    Model model = model(families().findFirst().orElseThrow());
    Model two = Handlers.reparam(model, Map.of("theta", new LocScaleReparam(0.5, 0.2)));
    assertThatThrownBy(() -> Trace.of(two))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("one for each of the 3 elements of site 'theta'")
        .hasMessageContaining("but got 2");
    assertThatThrownBy(() -> new LocScaleReparam(0.5, -0.1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("from 0 to 1, but got -0.1");
    assertThatThrownBy(() -> new LocScaleReparam(Double.NaN)).hasMessageContaining("but got NaN");
    assertThatThrownBy(() -> new LocScaleReparam(new double[0]))
        .hasMessageContaining("expected one centring or one for each element");
  }

  @Test
  void othersAreRefusedWithTheListOfThoseThatCan() {
    Model model = model(families().findFirst().orElseThrow());
    assertThatThrownBy(
            () -> Trace.of(Handlers.reparam(model, Map.of("tau", new LocScaleReparam(0)))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'tau' (CentringTest.java:")
        .hasMessageContaining("cannot rewrite half-cauchy; it rewrites location-scale families: ")
        .hasMessageContaining("cauchy, ")
        .hasMessageContaining("normal");
  }

  private static void refused(Distribution prior, String name) {
    Model model = m -> m.sample("x", prior);
    for (SiteReparam each : new SiteReparam[] {new LocScaleReparam(0), new TransformReparam()}) {
      assertThatThrownBy(() -> Trace.of(Handlers.reparam(model, Map.of("x", each))))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("site 'x' (CentringTest.java:")
          .hasMessageContaining("the reparameterisation cannot rewrite " + name + "; it rewrites ")
          .hasMessageContaining("location-scale families");
    }
  }

  /** An expanded or independent one is rewritten; what changes the density is refused by name. */
  @Test
  void distributionsMadeOfOthersAreNamedInWords() {
    Expr pair = Expr.vector(0, 1);
    refused(Distributions.masked(normal(pair, 1), Expr.vector(1, 0)), "masked normal");
    refused(Distributions.restricted(normal(0, 1), Constraints.positive()), "restricted normal");
    refused(Distributions.mixture(Expr.vector(0.5, 0.5), normal(pair, 1)), "mixture of normal");
    refused(Distributions.flat(), "flat");
    Distribution parts = Distributions.independent(normal(pair, 1).expand(Shape.of(3, 2)), 1);
    Model model = m -> m.sample("x", parts);
    Model moved = Handlers.reparam(model, Map.of("x", new LocScaleReparam(0)));
    assertThat(Trace.of(moved).site("x_decentered")).isPresent();
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsToldWithItsSite() {
    Expr matrix = Expr.matrix(new double[][] {{1, 2}, {2, 1}});
    Model model = m -> m.sample("x", Distributions.multiNormal(Expr.vector(0, 0), matrix));
    assertThatThrownBy(() ->
            Trace.of(m -> {
              m.reparam(new TransformReparam())
                  .sample("x", Distributions.multiNormal(Expr.vector(0, 0), matrix));
            }))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'x' (CentringTest.java:")
        .hasMessageContaining("its pivot in row 2 is: -3.0");
    assertThatThrownBy(() -> Trace.of(Handlers.reparam(model, Map.of("x", new TransformReparam()))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'x' (CentringTest.java:")
        .hasMessageContaining("its pivot in row 2 is: -3.0");
  }
}
