package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.exp;
import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.studentT;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.model.Compilation;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.transforms.Transforms;

/** Sums over a great many rows become sums over shards, with the same values. */
class LargeSumsTest {
  private static final int N = 300_001;
  private static final int P = 3;
  private static final int GROUPS = 40;

  private final Random random = new Random(5);
  private final double[] x = random.doubles(N * P, -1, 1).toArray();
  private final double[] y = random.ints(N, 0, 2).asDoubleStream().toArray();
  private final int[] group = random.ints(N, 0, GROUPS).toArray();

  private final Model logistic =
      m -> {
        Expr alpha = m.sample("alpha", normal(0, 1));
        Expr beta = m.sample("beta", normal(0, 1), P);
        Expr rows = m.data("x", x, Shape.of(N, P));
        m.observe("y", bernoulliLogit(alpha.plus(rows.product(beta))), y);
      };

  private final Model grouped =
      m -> {
        Expr tau = m.sample("tau", normal(0, 1));
        Expr a = m.sample("a", normal(0, exp(tau)), GROUPS);
        Expr slope = m.sample("slope", normal(0, 1));
        Expr mean =
            Functions.gather(a, group)
                .plus(m.data("x", java.util.Arrays.copyOf(x, N)).times(slope));
        m.observe("y", studentT(4, mean, exp(tau)), y);
      };

  private static Posterior compile(Model model, Rewrites rewrites) {
    return Posteriors.compile("m", model, Transforms.boot(), rewrites);
  }

  private static double[] evaluate(LogDensity density, double[] position) {
    double[] all = new double[position.length + 1];
    double[] gradient = new double[position.length];
    all[position.length] = density.valueAndGradient(position, gradient);
    System.arraycopy(gradient, 0, all, 0, gradient.length);
    return all;
  }

  private static List<String> told(Posterior posterior) {
    return posterior.rewritten().stream()
        .filter(entry -> entry.rewrite().equals("large-sums"))
        .map(RewriteLog.Entry::what)
        .toList();
  }

  private void assertSame(Model model, int dimension) {
    Posterior sharded = compile(model, Rewrites.all());
    Posterior whole = compile(model, Rewrites.all().without(List.of("large-sums")));
    assertThat(told(sharded)).hasSize(1);
    assertThat(told(whole)).isEmpty();
    LogDensity a = sharded.density().open();
    LogDensity b = whole.density().open();
    for (int k = 0; k < 5; k++) {
      double[] position = random.doubles(dimension, -1, 1).toArray();
      double[] expected = evaluate(b, position);
      double[] found = evaluate(a, position);
      for (int i = 0; i < expected.length; i++) {
        double scale = Math.max(1, Math.abs(expected[dimension]));
        assertThat(found[i]).isCloseTo(expected[i], within(1e-10 * scale));
      }
    }
  }

  @Test
  void aLogisticRegression() {
    assertSame(logistic, P + 1);
  }

  @Test
  void rowsOfGroups() {
    assertSame(grouped, GROUPS + 2);
  }

  @Test
  void whatTheWorkspaceIsDoesNotDependOnTheRows() {
    Posterior posterior = compile(logistic, Rewrites.all());
    Posterior whole = compile(logistic, Rewrites.all().without(List.of("large-sums")));
    long bytes = workspace(posterior);
    assertThat(bytes).isLessThan(workspace(whole) / 2);
  }

  @Test
  void whatChainsReadIsAsMuchAsTheData() {
    Compilation compilation = compile(logistic, Rewrites.all()).compilation().orElseThrow();
    assertThat(compilation.dataBytes()).isBetween(32L * N, 32L * N + 1000);
    assertThat(compilation.workload().readBytes()).isBetween(32L * N, 32L * N + 10_000);
  }

  private static long workspace(Posterior posterior) {
    return posterior
        .compilation()
        .orElseThrow()
        .in(planish.autodiff.program.CompilerMode.OFF)
        .workspaceBytes();
  }

  @Test
  void shortSumsStayAsTheyAre() {
    int n = 10_000;
    Posterior posterior =
        compile(
            m -> {
              Expr beta = m.sample("beta", normal(0, 1), P);
              Expr rows = m.data("x", java.util.Arrays.copyOf(x, n * P), Shape.of(n, P));
              m.observe("y", bernoulliLogit(rows.product(beta)), java.util.Arrays.copyOf(y, n));
            },
            Rewrites.all());
    assertThat(told(posterior)).isEmpty();
  }

  @Test
  void aSumThatIsNotAddedToTheDensityStays() {
    Posterior posterior =
        compile(
            m -> {
              Expr beta = m.sample("beta", normal(0, 1), P);
              Expr eta = m.data("x", x, Shape.of(N, P)).product(beta);
              m.factor("f", Functions.log(Functions.logSumExp(eta).times(exp(eta).sum())));
            },
            Rewrites.all());
    assertThat(told(posterior)).isEmpty();
  }

  @Test
  void asManyParametersAsRowsStay() {
    Posterior posterior =
        compile(
            m -> {
              Expr theta = m.sample("theta", normal(0, 1), N);
              m.observe("y", bernoulliLogit(theta), y);
            },
            Rewrites.all());
    assertThat(told(posterior)).isEmpty();
  }

  @Test
  void aFailureNamesTheSite() {
    Posterior posterior =
        compile(
            m -> {
              Expr s = m.sample("s", normal(0, 1));
              double[] ones = IntStream.range(0, N).mapToDouble(i -> i == N - 5 ? 1 : 2).toArray();
              Expr scale = m.data("d", ones).plus(s);
              m.observe("y", studentT(4, s, scale), y);
            },
            Rewrites.all().without(List.of("row-checks")));
    LogDensity density = posterior.density().open();
    assertThat(density.valueAndGradient(new double[] {-1.5}, new double[1])).isNotFinite();
    assertThat(density.lastFailure().orElseThrow()).contains("'y'", "LargeSumsTest.java:");
  }
}
