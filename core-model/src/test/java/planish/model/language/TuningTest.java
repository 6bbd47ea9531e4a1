package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.normal;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.Shape;
import planish.autodiff.TunableInputs;
import planish.autodiff.graph.Expr;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Predictive;
import planish.model.Site;
import planish.model.Trace;

class TuningTest {
  private static final Model MODEL =
      m -> {
        Expr shift = m.site(Site.tuning("shift", new double[] {1, 2}, Shape.of(2), -5, 5));
        Expr power = m.site(Site.tuning("power", new double[] {3}, Shape.scalar(), 0, 10));
        Expr x = m.sample("x", normal(shift, 1));
        m.deterministic("scaled", x.times(power));
      };

  private static double density(double x1, double x2, double shift1, double shift2) {
    double square = (x1 - shift1) * (x1 - shift1) + (x2 - shift2) * (x2 - shift2);
    return -0.5 * square - Math.log(2 * Math.PI);
  }

  private static Posterior posterior() {
    return Posteriors.compile("tuned", MODEL);
  }

  private static TunableInputs inputs(LogDensity density) {
    return density.capability(TunableInputs.class).orElseThrow();
  }

  @Test
  void theDensityReadsTheValuesThatAreSet() {
    LogDensity density = posterior().density().open();
    double[] position = {0.5, -1};
    assertThat(density.value(position)).isCloseTo(density(0.5, -1, 1, 2), within(1e-14));
    TunableInputs inputs = inputs(density);
    assertThat(inputs.values()).containsExactly(1, 2, 3);
    inputs.set(new double[] {-4, 0.25, 3});
    assertThat(density.value(position)).isCloseTo(density(0.5, -1, -4, 0.25), within(1e-14));
    double[] gradient = new double[2];
    assertThat(density.valueAndGradient(position, gradient)).isEqualTo(density.value(position));
    assertThat(gradient).containsExactly(new double[] {-4.5, 1.25}, within(1e-14));
  }

  @Test
  void entriesNameTheSites() {
    assertThat(inputs(posterior().density().open()).entries())
        .containsExactly(
            new TunableInputs.Entry("shift", "shift", 0, Shape.of(2), -5, 5),
            new TunableInputs.Entry("power", "power", 2, Shape.scalar(), 0, 10));
    Trace scoped = Trace.of(Handlers.scope(MODEL, "a"));
    assertThat(scoped.site("a/shift").orElseThrow().role()).isEqualTo(Site.Role.TUNING);
  }

  @Test
  void densitiesOfOnePosteriorHaveValuesOfTheirOwn() {
    Posterior posterior = posterior();
    LogDensity one = posterior.density().open();
    LogDensity other = posterior.density().open();
    inputs(one).set(new double[] {0, 0, 0});
    assertThat(inputs(other).values()).containsExactly(1, 2, 3);
    assertThat(other.value(new double[2])).isCloseTo(density(0, 0, 1, 2), within(1e-14));
  }

  @Test
  void drawsFollowTheValuesToo() {
    Posterior posterior = posterior();
    assertThat(posterior.outputs().elementNames())
        .containsExactly("x[1]", "x[2]", "scaled[1]", "scaled[2]");
    Posterior.DrawWriter writer = posterior.openWriter();
    double[] draw = new double[4];
    writer.write(new double[] {2, 3}, new SplittableRandom(1), draw);
    assertThat(draw).containsExactly(2, 3, 6, 9);
    writer.tunable().orElseThrow().set(new double[] {0, 0, 10});
    writer.write(new double[] {2, 3}, new SplittableRandom(1), draw);
    assertThat(draw).containsExactly(2, 3, 20, 30);
    assertThat(posterior.unconstrain(Map.of("x", new double[] {7, 8}))).containsExactly(7, 8);
  }

  /** Prior draws are Normal(shift, 1): the mean of 10,000 is within 5 standard errors of it. */
  @Test
  void priorDrawsReadWhatTheModelBeginsWith() {
    double[][] rows = Predictive.prior(MODEL).draw(10_000, new SplittableRandom(4));
    double mean = 0;
    for (double[] row : rows) {
      mean += row[1] / rows.length;
    }
    assertThat(mean).isCloseTo(2, within(0.05));
    assertThat(posterior().priorPosition(new SplittableRandom(1))).hasSize(2);
  }

  @Test
  void badValuesAreRefusedWhole() {
    TunableInputs inputs = inputs(posterior().density().open());
    assertThatThrownBy(() -> inputs.set(new double[] {0, -6, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shift[2] must be from -5.0 to 5.0, but got -6.0");
    assertThatThrownBy(() -> inputs.set(new double[] {0, 0, Double.NaN}))
        .hasMessage("power must be from 0.0 to 10.0, but got NaN");
    assertThatThrownBy(() -> inputs.set(new double[] {0}))
        .hasMessage("expected 3 tuning values, but got 1");
    assertThat(inputs.values()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> Site.tuning("c", new double[] {2}, Shape.scalar(), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("c must be from 0.0 to 1.0, but got 2.0");
  }

  @Test
  void failuresAreExplainedAtTheValuesTheyHappenedWith() {
    Model fragile =
        m -> {
          Expr scale = m.site(Site.tuning("scale", new double[] {1}, Shape.scalar(), -1, 1));
          m.sample("x", normal(Expr.of(0), scale));
        };
    LogDensity density = Posteriors.compile("fragile", fragile).density().open();
    inputs(density).set(new double[] {-0.5});
    assertThat(density.value(new double[] {0})).isNaN();
    assertThat(density.lastFailure().orElseThrow()).contains("site 'x'").contains("-0.5");
  }

  @Test
  void aModelWithoutThemHasNoSuchCapability() {
    Posterior plain = Posteriors.compile("plain", m -> m.sample("x", normal(0, 1)));
    assertThat(plain.density().open().capability(TunableInputs.class)).isEmpty();
    assertThat(plain.openWriter().tunable()).isEmpty();
  }
}
