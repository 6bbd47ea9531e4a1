package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.flat;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Trace;
import planish.transforms.Constraints;

class PosteriorTest {
  private static final Model MODEL =
      m -> {
        Expr low = m.sample("low", normal(0, 1));
        Expr x = m.parameter("x", Constraints.interval(low, low.plus(2)), 3);
        m.parameter("scaled", Constraints.offsetMultiplier(10, 2));
        m.observe("y", normal(x, 1), new double[] {1, 2, 3});
      };

  @Test
  void boundsMayBeOtherParameters() {
    Posterior posterior = Posteriors.compile("bounds", MODEL);
    double[] position = {0.5, 0, 1, -1, 0.3};
    double[] draw = new double[5];
    posterior.openWriter().write(position, new SplittableRandom(1), draw);
    double up = 1 / (1 + Math.exp(-1));
    assertThat(draw)
        .containsExactly(new double[] {0.5, 1.5, 0.5 + 2 * up, 2.5 - 2 * up, 10.6}, within(1e-14));
    double expected = -0.125 - 0.5 * Math.log(2 * Math.PI) + Math.log(2);
    for (int i = 0; i < 3; i++) {
      double z = draw[1 + i] - (i + 1);
      double p = 1 / (1 + Math.exp(-position[1 + i]));
      expected += Math.log(2 * p * (1 - p)) - z * z / 2 - 0.5 * Math.log(2 * Math.PI);
    }
    assertThat(posterior.density().open().value(position)).isCloseTo(expected, within(1e-13));
    assertThat(posterior.unconstrain(asMap(posterior, draw)))
        .containsExactly(position, within(1e-14));
  }

  private static java.util.Map<String, double[]> asMap(Posterior posterior, double[] draw) {
    java.util.Map<String, double[]> values = new java.util.HashMap<>();
    posterior
        .outputs()
        .entries()
        .forEach(e ->
            values.put(
                e.name(),
                java.util.Arrays.copyOfRange(draw, e.offset(), e.offset() + e.shape().size())));
    return values;
  }

  @Test
  void anEvaluationAllocatesNothing() {
    LogDensity density = Posteriors.compile("bounds", MODEL).density().open();
    double[] position = {0.5, 0, 1, -1, 0.3};
    double[] gradient = new double[5];
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().threadId();
    for (int i = 0; i < 2000; i++) {
      density.valueAndGradient(position, gradient);
    }
    threads.getThreadAllocatedBytes(id);
    long before = threads.getThreadAllocatedBytes(id);
    for (int i = 0; i < 1000; i++) {
      density.valueAndGradient(position, gradient);
    }
    // One object for each evaluation would be 16,000 bytes; the call itself may take some.
    assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(2000);
  }

  @Test
  void priorPositionsAreDrawsOfThePrior() {
    Posterior posterior =
        Posteriors.compile(
            "prior",
            m -> {
              Expr rate = m.sample("rate", exponential(2));
              m.sample("x", normal(rate, 1e-9));
            });
    SplittableRandom random = new SplittableRandom(4);
    double sum = 0;
    for (int i = 0; i < 5000; i++) {
      double[] position = posterior.priorPosition(random);
      assertThat(position[1]).isCloseTo(Math.exp(position[0]), within(1e-7));
      sum += position[1] / 5000;
    }
    // Mean 0.5, sd 0.5: 5 standard errors.
    assertThat(sum).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(5000)));
  }

  @Test
  void aModelWithoutParametersHasDimensionZero() {
    Posterior posterior = Posteriors.compile("empty", m -> m.observe("y", normal(0, 1), 0));
    LogDensity density = posterior.density().open();
    assertThat(density.dimension()).isZero();
    assertThat(density.valueAndGradient(new double[0], new double[0]))
        .isCloseTo(-0.9189385332046727, within(1e-15));
    assertThat(posterior.outputs().size()).isZero();
    assertThat(Posteriors.compile("nothing", m -> {}).density().open().value(new double[0]))
        .isZero();
  }

  @Test
  void aGuardSaysWhereTheSupportEnds() {
    Posterior posterior =
        Posteriors.compile(
            "guarded",
            m -> {
              Expr x = m.sample("x", normal(0, 1));
              Expr inside = Functions.less(x, Expr.of(1));
              m.factor("edge", Functions.guarded(x.times(0), inside, x, "x must be below 1"));
            });
    LogDensity density = posterior.density().open();
    assertThat(density.value(new double[] {0.5})).isFinite();
    assertThat(density.value(new double[] {2})).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(density.lastFailure().orElseThrow())
        .startsWith("site 'edge' (PosteriorTest.java:")
        .endsWith("x must be below 1: 2.0");
  }

  @Test
  void dataAreHeldAgainstBoundsThatAreParameters() {
    Posterior posterior =
        Posteriors.compile(
            "uniform",
            m -> {
              Expr top = m.parameter("top", Constraints.positive());
              m.observe("y", flat(Constraints.interval(Expr.of(0), top)), new double[] {0.2, 0.7});
              m.factor("density", Functions.log(top).times(-2));
            });
    LogDensity density = posterior.density().open();
    double log = Math.log(0.8);
    assertThat(density.value(new double[] {log})).isCloseTo(-log, within(1e-15));
    assertThat(density.value(new double[] {Math.log(0.6)})).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(density.lastFailure().orElseThrow())
        .contains("the log density of y[2] = 0.7 is -Infinity");
  }

  @Test
  void flatSitesHaveOnlyTheJacobian() {
    Posterior posterior =
        Posteriors.compile("flat", m -> m.sample("s", flat(Constraints.positive())));
    assertThat(posterior.density().open().value(new double[] {1.25})).isEqualTo(1.25);
  }

  @Test
  void theTraceTellsEachSiteWithItsLine() {
    String table =
        Trace.of(
                m -> {
                  Expr tau = m.sample("tau", halfCauchy(5));
                  m.plate("i", 2, () -> m.observe("y", normal(0, 1), new double[2]));
                  m.deterministic("twice", tau.times(2));
                })
            .table();
    assertThat(table.lines().map(line -> line.replaceAll(" {2,}", "|")))
        .satisfiesExactly(
            head ->
                assertThat(head)
                    .isEqualTo("site|role|distribution|shape|support|transform|plates|line"),
            tau ->
                assertThat(tau)
                    .startsWith(
                        "tau|sampled|half-cauchy|[]|numbers of at least 0|log|-|PosteriorTest.java:"),
            y ->
                assertThat(y)
                    .startsWith("y|observed|normal|[2]|finite numbers|-|i|PosteriorTest.java:"),
            twice ->
                assertThat(twice).startsWith("twice|deterministic|-|[]|-|-|-|PosteriorTest.java:"));
  }
}
