package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.normal;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.model.ModelContext;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Trace;

/** Loops of the model's program that make very many statements. */
class LargeLoopTest {
  private static final int COUNT = 100_000;

  private final double[] x = new Random(1).doubles(COUNT, -1, 1).toArray();
  private final double[] y = new Random(2).doubles(COUNT, 0, 1).toArray();

  private final Model loop =
      m -> {
        Expr a = m.sample("a", normal(0, 1));
        Expr b = m.sample("b", normal(0, 1));
        Expr sigma = m.sample("sigma", exponential(1));
        for (int i = 0; i < COUNT; i++) {
          m.observe("y." + i, normal(a.plus(b.times(x[i])), sigma), y[i]);
        }
      };

  @Test
  void isTheVectorStatementAndCostsFewBytesAStatement() {
    Model vector =
        m -> {
          Expr a = m.sample("a", normal(0, 1));
          Expr b = m.sample("b", normal(0, 1));
          Expr sigma = m.sample("sigma", exponential(1));
          m.observe("y", normal(a.plus(b.times(m.data("x", x))), sigma), y);
        };
    long before = allocated();
    Posterior posterior = Posteriors.compile("loop", loop);
    LogDensity one = posterior.density().open();
    assertThat(allocated() - before).isLessThan(9_000L * COUNT);
    LogDensity other = Posteriors.compile("vector", vector).density().open();
    double[] position = {0.3, 0.2, -0.7};
    double[] gradient = new double[3];
    double[] expected = new double[3];
    double value = other.valueAndGradient(position, expected);
    assertThat(one.valueAndGradient(position, gradient)).isCloseTo(value, within(1e-10 * -value));
    assertThat(gradient).containsExactly(expected, within(1e-4));
    assertThat(posterior.compilation().orElseThrow().workload().operations()).isLessThan(60);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void oneWrongNumberAmongThemIsTold() {
    Model wrong =
        m -> {
          Expr rate = m.sample("rate", exponential(1));
          Expr data = m.data("times", y);
          for (int i = 0; i < 1000; i++) {
            m.observe("first." + i, exponential(rate), i == 700 ? -1 : y[i]);
            m.observe("then." + i, exponential(rate), data.get(i));
          }
        };
    assertThatThrownBy(() -> Posteriors.compile("wrong", wrong))
        .hasMessageStartingWith("site 'first.700' (LargeLoopTest.java:")
        .hasMessageContaining("-1.0");
  }

  @Test
  void statementsOfMethodsOfOneNameHaveTheirOwnLines() {
    String table =
        Trace.of(
                m -> {
                  prior(m, 1.0);
                  prior(m, Expr.of(1));
                })
            .table();
    assertThat(table.lines().skip(1).map(line -> line.substring(line.lastIndexOf(':'))).distinct())
        .hasSize(2);
  }

  private static void prior(ModelContext m, double scale) {
    m.sample("number", normal(0, scale));
  }

  private static void prior(ModelContext m, Expr scale) {
    m.sample("expression", normal(Expr.of(0), scale));
  }
}
