package planish.reparam.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.transformed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import planish.autodiff.Block;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.ModelContext;
import planish.model.OutputLayout;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.reparam.LocScaleReparam;
import planish.reparam.TransformReparam;
import planish.transforms.AffineTransform;

/** The horseshoe regression, 20 observations of 10 coefficients, in its four forms. */
class HorseshoeTest {
  private static final int N = 20;
  private static final int P = 10;

  private static final double[][] X = new double[N][P];
  private static final double[] Y = new double[N];

  static {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < P; j++) {
        X[i][j] = random.nextGaussian();
      }
      Y[i] = X[i][0];
    }
  }

  private static Model horseshoe(BiFunction<ModelContext, Expr, Expr> coefficients) {
    return m -> {
      Expr lambdas = m.sample("lambdas", halfCauchy(1), P);
      Expr tau = m.sample("tau", halfCauchy(1), 1);
      Expr betas = coefficients.apply(m, tau.times(lambdas));
      m.observe("Y", normal(m.data("X", X).product(betas), 0.05), Y);
    };
  }

  private static Distribution standard() {
    return normal(0, 1);
  }

  private static Model centred() {
    return horseshoe((m, scale) -> m.sample("betas", normal(0, scale)));
  }

  private static Model byHand() {
    return horseshoe((m, scale) ->
        m.deterministic("betas", scale.times(m.sample("unscaled_betas", standard(), P))));
  }

  private static Model fromOutside() {
    return Handlers.reparam(centred(), Map.of("betas", new LocScaleReparam(0)));
  }

  private static Model pushed() {
    return horseshoe((m, scale) ->
        m.reparam(new TransformReparam())
            .sample("betas", transformed(standard(), new AffineTransform(Expr.of(0), scale)), P));
  }

  private static Map<String, Posterior> forms() {
    Map<String, Posterior> forms = new LinkedHashMap<>();
    forms.put("unscaled_betas", Posteriors.compile("1b", byHand()));
    forms.put("betas_decentered", Posteriors.compile("1c", fromOutside()));
    forms.put("betas_base", Posteriors.compile("1d", pushed()));
    return forms;
  }

  private static double[] position(SplittableRandom random) {
    double[] position = new double[2 * P + 1];
    for (int i = 0; i < position.length; i++) {
      position[i] = random.nextDouble(-2, 2);
    }
    return position;
  }

  @Test
  void theFormsAreOneDensity() {
    Map<String, Posterior> forms = forms();
    LogDensity byHand = forms.get("unscaled_betas").density().open();
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 20; k++) {
      double[] position = position(random);
      double[] expected = new double[position.length];
      double value = byHand.valueAndGradient(position, expected);
      forms.forEach((name, posterior) -> {
        double[] gradient = new double[position.length];
        double other = posterior.density().open().valueAndGradient(position, gradient);
        assertThat(other).as(name).isCloseTo(value, within(1e-12 * Math.abs(value)));
        for (int i = 0; i < gradient.length; i++) {
          assertThat(gradient[i])
              .as(name)
              .isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
        }
      });
    }
  }

  /** Equal names in the same order, so that one seed gives the same draws. */
  @Test
  void theNewSiteStandsWhereTheCoefficientsStood() {
    forms()
        .forEach((name, posterior) -> {
          assertThat(posterior.layout().blocks())
              .extracting(Block::name)
              .containsExactly("lambdas", "tau", name);
          assertThat(posterior.outputs().entries())
              .extracting(OutputLayout.Entry::name)
              .containsExactly("lambdas", "tau", name, "betas");
        });
  }

  /** 1a is the same posterior in other coordinates: the Jacobian is that of betas = tau λ z. */
  @Test
  void theCentredFormDiffersByTheJacobian() {
    double[] position = position(new SplittableRandom(8));
    double[] draw = new double[3 * P + 1];
    Posterior posterior = forms().get("betas_decentered");
    posterior.openWriter().write(position, new SplittableRandom(1), draw);
    double[] plain = position.clone();
    System.arraycopy(draw, 2 * P + 1, plain, P + 1, P);
    double jacobian = P * position[P];
    for (int j = 0; j < P; j++) {
      jacobian += position[j];
    }
    double value = posterior.density().open().value(position);
    assertThat(Posteriors.compile("1a", centred()).density().open().value(plain) + jacobian)
        .isCloseTo(value, within(1e-12 * Math.abs(value)));
  }

  @Test
  void startingValuesMayBeGivenForTheCoefficients() {
    double[] ones = new double[P];
    Arrays.fill(ones, 0.5);
    double[] betas = ones.clone();
    betas[0] = 1;
    Map<String, double[]> values =
        Map.of("lambdas", ones, "tau", new double[] {0.5}, "betas", betas);
    for (String name : new String[] {"betas_decentered", "betas_base"}) {
      double[] position = forms().get(name).unconstrain(values);
      assertThat(position[P + 1]).isCloseTo(4, within(1e-13));
      assertThat(position[P + 2]).isCloseTo(2, within(1e-13));
    }
  }
}
