package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.examples.geometry.Horseshoe;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Reparam;
import planish.reparam.LocScaleReparam;
import planish.reparam.TransformReparam;
import planish.spi.Options;

/**
 * The three good forms of the tutorial's horseshoe regression, written by hand and by rewriting one
 * site, are one density in one order of coordinates.
 */
class HorseshoeFormsTest {
  private static Posterior form(String form, Map<String, Reparam> rewrites) {
    Horseshoe provider = new Horseshoe();
    Options options = Options.of("horseshoe", provider.options(), Map.of("form", form));
    Model model = provider.create(options, Optional.empty());
    return Posteriors.compile("horseshoe", Handlers.reparam(model, rewrites));
  }

  @Test
  void haveEqualDensitiesAtEqualPoints() {
    Posterior byHand = form("by-hand", Map.of());
    Posterior decentered = form("centered", Map.of("betas", new LocScaleReparam(0)));
    Posterior base = form("transformed", Map.of("betas", new TransformReparam()));
    SplittableRandom random = new SplittableRandom(20261122);
    for (int k = 0; k < 5; k++) {
      double[] position = random.doubles(1001, -2, 2).toArray();
      compare(byHand.density().open(), decentered.density().open(), position);
      compare(byHand.density().open(), base.density().open(), position);
    }
  }

  private static void compare(LogDensity left, LogDensity right, double[] position) {
    double[] gradient = new double[position.length];
    double[] other = new double[position.length];
    double value = left.valueAndGradient(position, gradient);
    assertThat(right.valueAndGradient(position, other)).isCloseTo(value, relative(value));
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    assertThat(other).containsExactly(gradient, relative(largest));
  }

  private static org.assertj.core.data.Offset<Double> relative(double size) {
    return within(1e-12 * Math.abs(size));
  }

  @Test
  void theCentredFormIsTheSamePosterior() {
    Posterior centred = form("centered", Map.of());
    Posterior byHand = form("by-hand", Map.of());
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 3; k++) {
      double[] lambdas = random.doubles(500, 0.5, 2).toArray();
      double[] unscaled = random.doubles(500, -1, 1).toArray();
      double tau = random.nextDouble(0.5, 2);
      double[] betas = new double[500];
      double jacobian = 0;
      for (int j = 0; j < betas.length; j++) {
        betas[j] = tau * lambdas[j] * unscaled[j];
        jacobian += Math.log(tau * lambdas[j]);
      }
      double[] there =
          byHand.unconstrain(
              Map.of("lambdas", lambdas, "tau", new double[] {tau}, "unscaled_betas", unscaled));
      double[] here =
          centred.unconstrain(
              Map.of("lambdas", lambdas, "tau", new double[] {tau}, "betas", betas));
      double value = centred.density().open().value(here);
      // A density of betas is one of unscaled_betas once the Jacobian is there.
      assertThat(value + jacobian)
          .isCloseTo(byHand.density().open().value(there), within(1e-12 * Math.abs(value)));
    }
  }
}
