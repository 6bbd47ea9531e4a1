package planish.reparam.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.independent;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.multiNormal;
import static planish.distributions.Distributions.multiNormalCholesky;
import static planish.distributions.Distributions.multiNormalPrecision;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.transformed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Predictive;
import planish.model.Trace;
import planish.reparam.LocScaleReparam;
import planish.reparam.TransformReparam;
import planish.spi.UserException;
import planish.transforms.AffineTransform;
import planish.transforms.Constraints;
import planish.transforms.Transforms;

class TransformReparamTest {
  private static final double[] Z = {0.3, -1, 2, 0.1, -0.7, 1.9};

  private static Posterior rewritten(Model model) {
    return Posteriors.compile("r", Handlers.reparam(model, Map.of("x", new TransformReparam())));
  }

  private static Model affine() {
    return m -> {
      Expr tau = m.sample("tau", exponential(1));
      var map = new AffineTransform(Expr.of(2), tau);
      m.sample("x", transformed(normal(0, 1), map), 3);
    };
  }

  @Test
  void theBaseIsSampledAndPushedThrough() {
    Posterior posterior = rewritten(affine());
    assertThat(posterior.layout().blocks().get(1).name()).isEqualTo("x_base");
    assertThat(posterior.layout().blocks().get(1).origin()).isEqualTo("x");
    double tau = 2.5;
    double[] position = {Math.log(tau), Z[0], Z[1], Z[2]};
    double[] plain = position.clone();
    for (int j = 1; j <= 3; j++) {
      plain[j] = 2 + tau * position[j];
    }
    Model centred = m -> m.sample("x", normal(Expr.of(2), m.sample("tau", exponential(1))), 3);
    double before = Posteriors.compile("p", centred).density().open().value(plain);
    assertThat(posterior.density().open().value(position))
        .isCloseTo(before + 3 * Math.log(tau), within(1e-12));
    double[] draw = new double[7];
    posterior.openWriter().write(position, new SplittableRandom(1), draw);
    assertThat(posterior.outputs().elementNames())
        .containsExactly("tau", "x_base[1]", "x_base[2]", "x_base[3]", "x[1]", "x[2]", "x[3]");
    assertThat(draw[5]).isCloseTo(plain[2], within(1e-13));
    double[] x = {plain[1], plain[2], plain[3]};
    assertThat(posterior.unconstrain(Map.of("tau", new double[] {tau}, "x", x)))
        .containsExactly(position, within(1e-12));
  }

  /** mu of shape [2], L with its upper triangle filled with what must not be read. */
  private static Model multivariate(int count) {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5), 2);
      Expr tau = m.sample("tau", exponential(1), 2);
      Expr l =
          Functions.stack(
              List.of(
                  Functions.stack(List.of(tau.get(0), Expr.of(77))),
                  Functions.stack(List.of(Expr.of(0.5), tau.get(1)))));
      if (count == 0) {
        m.sample("x", multiNormalCholesky(mu, l));
      } else {
        m.sample("x", multiNormalCholesky(mu, l), count);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void multivariateNormalsGoThroughTheirCholeskyFactor(int count) {
    int vectors = Math.max(1, count);
    Posterior posterior = rewritten(multivariate(count));
    double[] position = new double[4 + 2 * vectors];
    double[] mu = {1.5, -2};
    double[] tau = {0.4, 3};
    System.arraycopy(mu, 0, position, 0, 2);
    position[2] = Math.log(tau[0]);
    position[3] = Math.log(tau[1]);
    System.arraycopy(Z, 0, position, 4, 2 * vectors);
    double[] x = new double[2 * vectors];
    for (int v = 0; v < vectors; v++) {
      x[2 * v] = mu[0] + tau[0] * Z[2 * v];
      x[2 * v + 1] = mu[1] + 0.5 * Z[2 * v] + tau[1] * Z[2 * v + 1];
    }
    double[] plain = position.clone();
    System.arraycopy(x, 0, plain, 4, x.length);
    double before = Posteriors.compile("p", multivariate(count)).density().open().value(plain);
    double jacobian = vectors * (Math.log(tau[0]) + Math.log(tau[1]));
    assertThat(posterior.density().open().value(position))
        .isCloseTo(before + jacobian, within(1e-12));
    assertThat(posterior.unconstrain(Map.of("mu", mu, "tau", tau, "x", x)))
        .containsExactly(position, within(1e-12));
    double[] draw = new double[4 + 4 * vectors];
    posterior.openWriter().write(position, new SplittableRandom(1), draw);
    assertThat(Arrays.copyOfRange(draw, 4 + 2 * vectors, draw.length))
        .containsExactly(x, within(1e-12));
    assertThat(posterior.outputs().entries().getLast().shape())
        .isEqualTo(count == 0 ? Shape.of(2) : Shape.of(count, 2));
  }

  /** As {@link #multivariate}, by the covariance L Lᵀ or by the precision that is L Lᵀ. */
  private static Model byMatrix(boolean precision, int count) {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5), 2);
      Expr tau = m.sample("tau", exponential(1), 2);
      Expr l =
          Functions.stack(
              List.of(
                  Functions.stack(List.of(tau.get(0), Expr.of(0))),
                  Functions.stack(List.of(Expr.of(0.5), tau.get(1)))));
      Expr matrix = l.product(Functions.transpose(l));
      var prior = precision ? multiNormalPrecision(mu, matrix) : multiNormal(mu, matrix);
      m.sample("x", prior.expand(count == 0 ? Shape.scalar() : Shape.of(count)));
    };
  }

  @ParameterizedTest
  @CsvSource({"false,0", "false,3", "true,0", "true,3"})
  void normalsByCovarianceOrPrecisionGoThroughTheFactorToo(boolean precision, int count) {
    int vectors = Math.max(1, count);
    Posterior posterior = rewritten(byMatrix(precision, count));
    double[] tau = {0.4, 3};
    double[] position = new double[4 + 2 * vectors];
    position[0] = 1.5;
    position[1] = -2;
    position[2] = Math.log(tau[0]);
    position[3] = Math.log(tau[1]);
    System.arraycopy(Z, 0, position, 4, 2 * vectors);
    double[] plain = position.clone();
    for (int v = 4; v < plain.length; v += 2) {
      double second = precision ? position[v + 1] / tau[1] : 0;
      double first = precision ? (position[v] - 0.5 * second) / tau[0] : tau[0] * position[v];
      plain[v] = 1.5 + first;
      plain[v + 1] = -2 + (precision ? second : 0.5 * position[v] + tau[1] * position[v + 1]);
    }
    double jacobian = (precision ? -1 : 1) * vectors * (position[2] + position[3]);
    Model centred = byMatrix(precision, count);
    double before = Posteriors.compile("p", centred).density().open().value(plain);
    assertThat(posterior.density().open().value(position))
        .isCloseTo(before + jacobian, within(1e-12));
    double[] x = Arrays.copyOfRange(plain, 4, plain.length);
    double[] mu = {1.5, -2};
    assertThat(posterior.unconstrain(Map.of("mu", mu, "tau", tau, "x", x)))
        .containsExactly(position, within(1e-12));
  }

  /** The hand-written densities, at the same coordinates: those of the value. */
  @Test
  void withoutItATransformedSiteIsSampledInItsOwnCoordinates() {
    double tau = 2.5;
    double[] position = {Math.log(tau), 2.3, -1, 4};
    Model centred = m -> m.sample("x", normal(Expr.of(2), m.sample("tau", exponential(1))), 3);
    double expected = Posteriors.compile("c", centred).density().open().value(position);
    assertThat(Posteriors.compile("p", affine()).density().open().value(position))
        .isCloseTo(expected, within(1e-12));
    var exp = Transforms.boot().onto(Constraints.positive());
    Model pushed =
        m -> {
          Expr mu = m.sample("mu", normal(0, 1));
          var chain = Transforms.compose(new AffineTransform(mu, Expr.of(0.3)), exp);
          m.sample("x", transformed(normal(0, 1), chain));
        };
    Model lognormal = m -> m.sample("x", lognormal(m.sample("mu", normal(0, 1)), 0.3));
    assertThat(Posteriors.compile("p", pushed).density().open().value(new double[] {0.4, 0.9}))
        .isCloseTo(
            Posteriors.compile("l", lognormal).density().open().value(new double[] {0.4, 0.9}),
            within(1e-13));
    assertThat(rewritten(pushed).density().open().value(new double[] {0.4, (0.9 - 0.4) / 0.3}))
        .isCloseTo(
            Posteriors.compile("l", lognormal).density().open().value(new double[] {0.4, 0.9})
                + Math.log(0.3),
            within(1e-13));
    Model soft = m -> m.through("softplus").sample("x", transformed(normal(0, 1), exp));
    double x = Math.log1p(Math.exp(0.7));
    double density = -0.5 * Math.pow(Math.log(x), 2) - 0.5 * Math.log(2 * Math.PI) - Math.log(x);
    assertThat(Posteriors.compile("s", soft).density().open().value(new double[] {0.7}))
        .isCloseTo(density - Math.log1p(Math.exp(-0.7)), within(1e-13));
  }

  /** Independent parts are pushed together. */
  @Test
  void partsOfOneValueAreRewrittenTogether() {
    Expr scale = Expr.vector(1, 10, 100);
    Model model =
        m -> {
          var parts = transformed(normal(0, 1), new AffineTransform(Expr.of(1), scale));
          m.sample("x", independent(parts.expand(Shape.of(2, 3)), 1));
        };
    Posterior posterior = rewritten(model);
    double[] draw = new double[12];
    posterior.openWriter().write(Z, new SplittableRandom(1), draw);
    assertThat(Arrays.copyOfRange(draw, 6, 12))
        .containsExactly(new double[] {1.3, -9, 201, 1.1, -6, 191}, within(1e-12));
    double squares = Arrays.stream(Z).map(z -> z * z).sum();
    assertThat(posterior.density().open().value(Z))
        .isCloseTo(-0.5 * squares - 3 * Math.log(2 * Math.PI), within(1e-13));
  }

  /** A mask over vectors still counts vectors. */
  @Test
  void masksKeepTheirMeaning() {
    Model model =
        m ->
            m.sample(
                "x",
                multiNormalCholesky(
                    Expr.vector(1, 2), Expr.matrix(new double[][] {{2, 0}, {0, 3}})),
                2);
    Posterior posterior = rewritten(Handlers.mask(model, Expr.vector(1, 0)));
    assertThat(posterior.density().open().value(new double[] {1, 2, 50, 60}))
        .isCloseTo(-0.5 * 5 - Math.log(2 * Math.PI), within(1e-14));
  }

  @Test
  void plainPriorDrawsAndRewrittenOnesAgree() {
    int n = 20_000;
    Model model = Handlers.reparam(multivariate(0), Map.of("x", new TransformReparam()));
    double[] product = new double[2];
    int at = 0;
    for (Model form : new Model[] {multivariate(0), model}) {
      Predictive prior = Predictive.prior(form);
      int x = prior.outputs().elementNames().indexOf("x[1]");
      for (double[] row : prior.draw(n, new SplittableRandom(5))) {
        product[at] += (row[x] - row[0]) * (row[x + 1] - row[1]) / n;
      }
      at++;
    }
    // E (x1 - mu1)(x2 - mu2) = 0.5 E tau1 = 0.5; its sd is below 5, so 5 standard errors are 0.18:
    // false alarms below 1e-6.
    assertThat(product[0]).isCloseTo(0.5, within(0.18));
    assertThat(product[1]).isCloseTo(0.5, within(0.18));
  }

  @Test
  void aBaseCanBeRewrittenInItsTurn() {
    Model model =
        m -> {
          Expr mu = m.sample("mu", normal(0, 1));
          var map = new AffineTransform(Expr.of(1), Expr.of(2));
          m.sample("x", transformed(normal(mu, 3), map));
        };
    Model twice =
        Handlers.reparam(
            Handlers.reparam(model, Map.of("x", new TransformReparam())),
            Map.of("x_base", new LocScaleReparam(0)));
    Posterior posterior = Posteriors.compile("twice", twice);
    assertThat(posterior.outputs().elementNames())
        .containsExactly("mu", "x_base_decentered", "x_base", "x");
    double[] draw = new double[4];
    posterior.openWriter().write(new double[] {0.5, 2}, new SplittableRandom(1), draw);
    assertThat(draw).containsExactly(0.5, 2, 6.5, 14);
    assertThat(posterior.unconstrain(Map.of("mu", new double[] {0.5}, "x", new double[] {14})))
        .containsExactly(new double[] {0.5, 2}, within(1e-14));
    assertThat(posterior.layout().coordinates("x")).containsExactly(1);
  }

  @Test
  void othersAreRefusedWithWhatToDo() {
    Model model = m -> m.sample("x", normal(1, 2));
    assertThatThrownBy(() -> Trace.of(Handlers.reparam(model, Map.of("x", new TransformReparam()))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'x' (TransformReparamTest.java:")
        .hasMessageContaining("cannot rewrite normal; it rewrites transformed distributions")
        .hasMessageContaining("loc-scale rewrites location-scale families");
  }
}
