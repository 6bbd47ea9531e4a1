package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.exp;
import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.multiNormal;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.poisson;
import static planish.distributions.Distributions.uniform;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.rewrite.Rewrites;
import planish.model.Model;
import planish.model.ModelContext;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Predictive;
import planish.spi.UserException;
import planish.transforms.Transforms;

/** A likelihood as a sum over shards: the same density as the whole, other errors, less memory. */
class ShardsTest {
  /** Rows of a logistic regression. */
  private record Rows(double[][] x, double[] y) {}

  private static final int P = 3;
  private static final double[] PAIR = {0.1, 0.2};

  private static Rows rows(int n, int seed) {
    Random random = new Random(seed);
    double[][] x = new double[n][P];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < P; j++) {
        x[i][j] = random.nextGaussian();
      }
      y[i] = random.nextBoolean() ? 1 : 0;
    }
    return new Rows(x, y);
  }

  private static List<Rows> shards(int... sizes) {
    return IntStream.range(0, sizes.length).mapToObj(k -> rows(sizes[k], k)).toList();
  }

  private static Rows joined(List<Rows> shards) {
    return new Rows(
        shards.stream().flatMap(s -> java.util.Arrays.stream(s.x)).toArray(double[][]::new),
        shards.stream().flatMapToDouble(s -> java.util.Arrays.stream(s.y)).toArray());
  }

  private static Expr predictors(ModelContext m, Rows rows) {
    double[] flat =
        java.util.Arrays.stream(rows.x).flatMapToDouble(java.util.Arrays::stream).toArray();
    return m.data("x", flat, Shape.of(rows.x.length, P));
  }

  private static Model sharded(List<Rows> data) {
    return m -> {
      Expr beta = m.sample("beta", normal(0, 1), P);
      m.shards(
          "rows",
          data,
          beta,
          (s, shard, b) ->
              s.observe("y", bernoulliLogit(predictors(s, shard).product(b)), shard.y));
    };
  }

  private static Model whole(Rows all) {
    return m -> {
      Expr beta = m.sample("beta", normal(0, 1), P);
      m.observe("y", bernoulliLogit(m.data("x", all.x).product(beta)), all.y);
    };
  }

  private static double[] evaluate(Posterior posterior, double[] position) {
    LogDensity density = posterior.density().open();
    double[] gradient = new double[density.dimension()];
    double value = density.valueAndGradient(position, gradient);
    double[] all = java.util.Arrays.copyOf(gradient, gradient.length + 1);
    all[gradient.length] = value;
    assertThat(density.value(position)).isEqualTo(value);
    return all;
  }

  private static void assertSame(Model a, Model b, int dimension) {
    Random random = new Random(7);
    for (Rewrites rewrites : List.of(Rewrites.all(), Rewrites.none())) {
      Posterior one = Posteriors.compile("a", a, Transforms.boot(), rewrites);
      Posterior other = Posteriors.compile("b", b, Transforms.boot(), rewrites);
      for (int k = 0; k < 20; k++) {
        double[] position = random.doubles(dimension, -2, 2).toArray();
        double[] expected = evaluate(other, position);
        double[] found = evaluate(one, position);
        for (int i = 0; i < expected.length; i++) {
          assertThat(found[i])
              .isCloseTo(expected[i], within(1e-10 * Math.max(1, Math.abs(expected[i]))));
        }
      }
    }
  }

  @Test
  void isTheSameDensityAsThatOfAllRows() {
    List<Rows> data = shards(40, 40, 40, 7, 1, 0, 300, 300);
    assertSame(sharded(data), whole(joined(data)), P);
  }

  @Test
  void statisticsAreTakenForEachShard() {
    List<double[]> data =
        IntStream.range(0, 5).mapToObj(k -> new Random(k).doubles(30 + k).toArray()).toList();
    Model sharded =
        m -> {
          Expr mu = m.sample("mu", normal(0, 1));
          Expr tau = m.sample("tau", normal(0, 1));
          m.shards(
              "y",
              data,
              Functions.concatenate(List.of(mu.reshape(1), exp(tau).reshape(1))),
              (s, y, p) -> s.observe("y", normal(p.get(0), p.get(1)), y));
        };
    Model whole =
        m -> {
          Expr mu = m.sample("mu", normal(0, 1));
          Expr tau = m.sample("tau", normal(0, 1));
          m.observe(
              "y",
              normal(mu, exp(tau)),
              data.stream().flatMapToDouble(java.util.Arrays::stream).toArray());
        };
    assertSame(sharded, whole, 2);
    assertThat(Posteriors.compile("m", sharded).rewritten())
        .anySatisfy(entry -> {
          assertThat(entry.rewrite()).isEqualTo("square-sums");
          assertThat(entry.what()).contains("shards, ");
        });
  }

  @Test
  void shardsMayHaveParametersOfTheirOwn() {
    List<Rows> data = shards(20, 30, 20);
    Model sharded =
        m -> {
          Expr beta = m.sample("beta", normal(0, 1), P);
          Expr alpha = m.sample("alpha", normal(0, 2), 3);
          m.shards(
              "groups",
              data,
              beta,
              alpha,
              (s, shard, b, a) ->
                  s.observe("y", bernoulliLogit(predictors(s, shard).product(b).plus(a)), shard.y));
        };
    Model whole =
        m -> {
          Expr beta = m.sample("beta", normal(0, 1), P);
          Expr alpha = m.sample("alpha", normal(0, 2), 3);
          for (int k = 0; k < 3; k++) {
            Expr x = m.data("x" + k, data.get(k).x);
            m.observe("y" + k, bernoulliLogit(x.product(beta).plus(alpha.get(k))), data.get(k).y);
          }
        };
    assertSame(sharded, whole, P + 3);
  }

  @Test
  void whatShardsObserveIsDrawnUnderTheirNames() {
    Model model =
        m -> {
          Expr mu = m.sample("mu", normal(3, 0.001));
          Expr a = m.sample("a", normal(100, 0.001), 2);
          m.shards(
              "parts",
              List.of(2, 1),
              mu,
              a,
              (s, n, p, q) -> {
                s.factor("f", p);
                s.observe("y", normal(p.plus(q), 0.001), new double[n]);
                s.shards("in", List.of(1), p, (t, one, r) -> t.observe("z", normal(r, 1e-3), one));
              });
        };
    Predictive predictive = Predictive.prior(model);
    assertThat(predictive.outputs().entries().stream().map(entry -> entry.name()))
        .contains("parts/1/y", "parts/2/y", "parts/1/in/1/z", "parts/2/in/1/z")
        .doesNotContain("parts/1/f");
    double[] row = predictive.draw(1, new Random(1))[0];
    for (var entry : predictive.outputs().entries()) {
      double expected = entry.name().endsWith("y") ? 103 : entry.name().equals("a") ? 100 : 3;
      for (int i = 0; i < entry.shape().size(); i++) {
        assertThat(row[entry.offset() + i]).isCloseTo(expected, within(0.1));
      }
    }
    assertThat(Predictive.posterior(model).outputs().entries().stream().map(entry -> entry.name()))
        .contains("parts/2/y");
    assertThat(Posteriors.compile("m", model).outputs().entries())
        .noneMatch(entry -> entry.name().startsWith("parts"));
  }

  @Test
  void noShardsAddNothing() {
    assertSame(sharded(List.of()), m -> m.sample("beta", normal(0, 1), P), P);
  }

  @Test
  void shardsMayHaveShards() {
    List<List<Rows>> data = List.of(shards(10, 20), shards(5), List.of());
    Model nested =
        m -> {
          Expr beta = m.sample("beta", normal(0, 1), P);
          m.shards(
              "outer",
              data,
              beta,
              (s, inner, b) ->
                  s.shards(
                      "inner",
                      inner,
                      b.times(2),
                      (t, shard, c) ->
                          t.observe(
                              "y", bernoulliLogit(predictors(t, shard).product(c)), shard.y)));
        };
    Rows all = joined(data.stream().flatMap(List::stream).toList());
    Model whole =
        m -> {
          Expr beta = m.sample("beta", normal(0, 1), P);
          m.observe("y", bernoulliLogit(m.data("x", all.x).product(beta.times(2))), all.y);
        };
    assertSame(nested, whole, P);
  }

  @Test
  void aFailureNamesShardSiteLineAndValue() {
    Model model =
        m -> {
          Expr mu = m.sample("mu", normal(0, 1));
          m.shards(
              "counts",
              List.of(1.0, -1.0, -2.0),
              mu,
              (s, sign, p) -> s.observe("y", poisson(p.times(sign).plus(1.5)), 2));
        };
    LogDensity density = Posteriors.compile("m", model).density().open();
    assertThat(density.valueAndGradient(new double[] {0.1}, new double[1])).isFinite();
    assertThat(density.valueAndGradient(new double[] {2}, new double[1])).isNotFinite();
    assertThat(density.lastFailure().orElseThrow())
        .contains("'counts'", "shard 2 of 3", "'y'", "ShardsTest.java:", "-0.5");
  }

  /** What three shards state of two numbers: a factor, a distribution's matrix, a bound. */
  private static void failing(ModelContext s, int which, Expr p) {
    switch (which) {
      case 0 -> s.factor("f", Functions.log(p.get(0)));
      case 1 -> s.observe("v", multiNormal(Expr.vector(0, 0), matrix(p.get(1))), PAIR);
      default -> s.observe("w", uniform(0, p.get(0).plus(2)), 1.0);
    }
  }

  private static Expr matrix(Expr b) {
    return Functions.reshape(
        Functions.stack(List.of(Expr.of(1), b, b, Expr.of(1))), Shape.of(2, 2));
  }

  private static String failureOf(List<Integer> shards, double... position) {
    Model model =
        m -> {
          Expr p = m.sample("p", normal(0, 1), 2);
          m.shards("parts", shards, p, ShardsTest::failing);
        };
    LogDensity density = Posteriors.compile("m", model).density().open();
    assertThat(density.valueAndGradient(position, new double[2])).isNotFinite();
    return density.lastFailure().orElseThrow();
  }

  @Test
  void aNumberThatIsNoneNamesShardSiteAndLine() {
    assertThat(failureOf(List.of(2, 0, 1, 0), -0.5, 0.2))
        .contains("'parts'", "shard 2 of 4", "'f'", "ShardsTest.java:", "NaN");
  }

  @Test
  void aFactorisationThatFailsNamesShardSiteAndLine() {
    assertThat(failureOf(List.of(2, 0, 1), 0.5, 1.7))
        .contains("'parts'", "shard 3 of 3", "'v'", "ShardsTest.java:");
  }

  @Test
  void aValueThatIsOutsideNamesShardSiteAndLine() {
    assertThat(failureOf(List.of(1, 2, 2), -1.5, 0.2))
        .contains("'parts'", "shard 2 of 3", "'w'", "ShardsTest.java:");
  }

  @Test
  void theFirstShardThatFailsIsTold() {
    assertThat(failureOf(List.of(2, 0, 1), -0.5, 1.7)).contains("shard 2 of 3", "'f'");
    assertThat(failureOf(List.of(2, 1, 0), -0.5, 1.7)).contains("shard 2 of 3", "'v'");
    assertThat(failureOf(List.of(2, 1, 0), -1.5, 1.7)).contains("shard 1 of 3", "'w'");
  }

  @Test
  void anErrorOfTheFunctionNamesTheShard() {
    assertThatThrownBy(() ->
            Posteriors.compile(
                "m",
                m ->
                    m.shards(
                        "parts",
                        List.of(1, 0),
                        m.sample("mu", normal(0, 1)),
                        (s, number, p) -> s.factor("f", p.times(10 / number)))))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("'parts'", "shard 2 of 2", "ShardsTest.java:", "/ by zero");
  }

  @Test
  void dataOutsideTheSupportNameTheShard() {
    assertThatThrownBy(() ->
            Posteriors.compile(
                "m", sharded(List.of(rows(2, 1), new Rows(new double[1][P], new double[] {3})))))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("'rows'", "shard 2 of 2", "'y'", "3.0");
  }

  @Test
  void aParameterOfTheModelAroundIsRefused() {
    assertThatThrownBy(() ->
            Posteriors.compile(
                "m",
                m -> {
                  Expr mu = m.sample("mu", normal(0, 1));
                  Expr sigma = m.sample("sigma", normal(0, 1));
                  m.shards(
                      "parts",
                      List.of(1.0, 2.0),
                      mu,
                      (s, y, p) -> s.observe("y", normal(p, exp(sigma)), y));
                }))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("'parts'", "shard 1 of 2", "'sigma'", "hand it in");
  }

  @Test
  void samplingInAShardIsRefused() {
    assertThatThrownBy(() ->
            Posteriors.compile(
                "m",
                m ->
                    m.shards(
                        "parts",
                        List.of(1.0),
                        m.sample("mu", normal(0, 1)),
                        (s, y, p) -> s.observe("y", normal(p, s.sample("z", normal(0, 1))), y))))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("'parts'", "'z'", "sample them outside");
  }

  @Test
  void ownParametersMustFitTheShards() {
    assertThatThrownBy(() ->
            Posteriors.compile(
                "m",
                m ->
                    m.shards(
                        "parts",
                        List.of(1.0, 2.0),
                        m.sample("mu", normal(0, 1)),
                        m.sample("theta", normal(0, 1), 3),
                        (s, y, p, q) -> s.observe("y", normal(p, exp(q)), y))))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("'parts'", "2 shards", "[3]");
  }

  @Test
  void chainsEvaluateOnePosteriorSideBySide() throws Exception {
    Posterior posterior = Posteriors.compile("m", sharded(shards(200, 200, 50, 200)));
    double[] position = {0.3, -0.2, 0.7};
    double[] expected = evaluate(posterior, position);
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Callable<Boolean> chain =
            () -> {
              boolean same = true;
              for (int k = 0; k < 500; k++) {
                same &= java.util.Arrays.equals(expected, evaluate(posterior, position));
              }
              return same;
            };
        all.add(pool.submit(chain));
      }
      for (Future<Boolean> one : all) {
        assertThat(one.get()).isTrue();
      }
    }
  }
}
