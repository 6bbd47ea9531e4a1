package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.concatenate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;

class DensityLawsTest {
  private static final double STEP = 0.02;

  /**
   * By the trapezoidal rule over u from −120 to 120: x = median + scale · sinh(u) on the whole
   * line, exp(u) on the positive numbers, the inverse logit between bounds. The integrands fall off
   * fast and are analytic, but for the kink of the Laplace distribution: h² / 6 times its slope is
   * the rule's error there, and the step is smaller.
   */
  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#continuous")
  void integratesToOne(Laws law) {
    double step = law.name().equals("laplace") ? STEP / 8 : STEP;
    int half = (int) (120 / step);
    double[] x = new double[2 * half + 1];
    double[] slope = new double[x.length];
    double median = law.quantile(0.5);
    double scale = law.quantile(0.75) - median;
    for (int i = 0; i < x.length; i++) {
      double u = (i - half) * step;
      switch (law.values()) {
        case LINE -> {
          x[i] = median + scale * Math.sinh(u);
          slope[i] = scale * Math.cosh(u);
        }
        case POSITIVE -> {
          x[i] = Math.exp(u);
          slope[i] = x[i];
        }
        case BOUNDED -> {
          double width = law.quantile(1) - law.quantile(0);
          double share = 1 / (1 + Math.exp(-u));
          x[i] = law.quantile(0) + width * share;
          slope[i] = width * share / (1 + Math.exp(u));
        }
        case COUNTS -> throw new AssertionError();
      }
    }
    double[] logs = Evaluate.constant(law.distribution().logProb(Expr.vector(x)));
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += logs[i] == Double.NEGATIVE_INFINITY ? 0 : Math.exp(logs[i]) * slope[i] * step;
    }
    assertThat(sum).isCloseTo(1, within(law.name().equals("laplace") ? 1e-5 : 1e-12));
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#counts")
  void sumsToOneAndToTheDistributionFunction(Laws law) {
    int last = (int) law.quantile(1 - 1e-13) + 1;
    double[] k = IntStream.rangeClosed(0, last).asDoubleStream().toArray();
    double[] logs = Evaluate.constant(law.distribution().logProb(Expr.vector(k)));
    double sum = 0;
    for (int i = 0; i <= last; i++) {
      sum += Math.exp(logs[i]);
      assertThat(law.cdf(i)).isCloseTo(sum, within(1e-12));
      assertThat(law.cdf(i + 0.5)).isEqualTo(law.cdf(i));
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#all")
  void theLogDensityIsMinusInfinityOutsideTheSupport(Laws law) {
    double[] outside =
        switch (law.values()) {
          case LINE -> new double[] {Double.POSITIVE_INFINITY, Double.NaN};
          case POSITIVE -> new double[] {-1e-300, -2, Double.NaN};
          case BOUNDED -> new double[] {law.quantile(0) - 1e-9, law.quantile(1) + 1e-9};
          case COUNTS -> new double[] {-1, 0.5, Double.NaN};
        };
    assertThat(Evaluate.constant(law.distribution().logProb(Expr.vector(outside))))
        .containsOnly(Double.NEGATIVE_INFINITY);
    if (law.values() != Laws.Values.LINE) {
      assertThat(law.cdf(law.quantile(0) - 1)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#continuous")
  void quantilesInvertTheDistributionFunction(Laws law) {
    for (double p : new double[] {1e-9, 0.003, 0.2, 0.5, 0.7, 0.999}) {
      assertThat(law.cdf(law.quantile(p))).isCloseTo(p, within(1e-11 * p + 2e-16));
    }
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#counts")
  void quantilesAreTheLeastThatReach(Laws law) {
    for (double p : new double[] {0, 1e-9, 0.003, 0.2, 0.5, 0.7, 0.999}) {
      double k = law.quantile(p);
      assertThat(law.cdf(k)).isGreaterThanOrEqualTo(p);
      assertThat(k == 0 || law.cdf(k - 1) < p).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#all")
  void firstAndSecondDerivativesAreThoseOfFiniteDifferences(Laws law) {
    int parameters = law.arguments().length;
    double[] point = Arrays.copyOf(law.arguments(), parameters + 1);
    point[parameters] = law.at();
    boolean counts = law.values() == Laws.Values.COUNTS;
    int free = counts ? parameters : parameters + 1;
    for (int i = counts && law.name().startsWith("binomial") ? 1 : 0; i < free; i++) {
      double slope = change(point, i, at -> new double[] {value(law, at)})[0];
      assertThat(gradient(law, point)[i]).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
      double[] changes = change(point, i, at -> gradient(law, at));
      double[] curvature = curvature(law, point, i);
      for (int j = 0; j < free; j++) {
        assertThat(curvature[j]).isCloseTo(changes[j], within(1e-7 * (1 + Math.abs(changes[j]))));
      }
    }
  }

  /** By four points: an error of the fourth order in the step. */
  private static double[] change(double[] point, int i, UnaryOperator<double[]> f) {
    double h = 1e-4 * (1 + Math.abs(point[i]));
    double[] weights = {1, -8, 8, -1};
    double[] steps = {-2, -1, 1, 2};
    double[] sum = new double[f.apply(point).length];
    for (int k = 0; k < 4; k++) {
      double[] moved = point.clone();
      moved[i] += steps[k] * h;
      double[] values = f.apply(moved);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += weights[k] * values[j] / (12 * h);
      }
    }
    return sum;
  }

  private static double value(Laws law, double[] point) {
    Graph graph = new Graph();
    return Evaluate.of(graph, logProb(law, inputs(graph, point.length)), point)[0];
  }

  private static double[] gradient(Laws law, double[] point) {
    Graph graph = new Graph();
    List<Expr> inputs = inputs(graph, point.length);
    return Evaluate.of(graph, concatenate(Gradient.of(logProb(law, inputs), inputs)), point);
  }

  /** One row of the matrix of second derivatives. */
  private static double[] curvature(Laws law, double[] point, int row) {
    Graph graph = new Graph();
    List<Expr> inputs = inputs(graph, point.length);
    Expr first = Gradient.of(logProb(law, inputs), inputs).get(row);
    return Evaluate.of(graph, concatenate(Gradient.of(first, inputs)), point);
  }

  private static List<Expr> inputs(Graph graph, int count) {
    List<Expr> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(graph.input(InputKind.POSITION, "x" + i, i, Shape.scalar()));
    }
    return inputs;
  }

  private static Expr logProb(Laws law, List<Expr> inputs) {
    int last = inputs.size() - 1;
    Distribution distribution = Reference.PROVIDERS.get(law.name()).create(inputs.subList(0, last));
    return distribution.logProb(inputs.get(last)).sum();
  }

  @Test
  void aDensityOfPairsIntegratesToOne() {
    Expr factor = Expr.of(new double[] {0.5, 0, -0.4, 0.8}, Shape.of(2, 2));
    Distribution pairs = Distributions.multiNormalCholesky(Expr.vector(1, -2), factor);
    int n = 160;
    double[] grid = new double[n * n * 2];
    for (int i = 0; i < n * n; i++) {
      grid[2 * i] = 1 + (i / n - n / 2) * 0.1;
      grid[2 * i + 1] = -2 + (i % n - n / 2) * 0.1;
    }
    double[] logs = Evaluate.constant(pairs.logProb(Expr.of(grid, Shape.of(n * n, 2))));
    double sum = 0;
    for (double each : logs) {
      sum += Math.exp(each) * 0.01;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void theGradientOfAVectorDensityIsThatOfFiniteDifferences() {
    Graph graph = new Graph();
    Expr mu = graph.input(InputKind.POSITION, "mu", 0, Shape.of(3));
    Expr factor = graph.input(InputKind.POSITION, "L", 3, Shape.of(3, 3));
    Expr x = graph.input(InputKind.POSITION, "x", 12, Shape.of(2, 3));
    Expr density = Distributions.multiNormalCholesky(mu, factor).logProb(x).sum();
    List<Expr> flat =
        Gradient.of(density, List.of(mu, factor, x)).stream()
            .map(g -> g.reshape(g.shape().size()))
            .toList();
    double[] point = new SplittableRandom(2).doubles(18, -1, 1).toArray();
    for (int i = 0; i < 3; i++) {
      point[3 + 4 * i] = 1.2 + i / 10.0;
    }
    double[] gradient = Evaluate.of(graph, concatenate(flat), point);
    for (int i = 0; i < point.length; i++) {
      double[] left = point.clone();
      double[] right = point.clone();
      left[i] -= 1e-6;
      right[i] += 1e-6;
      double slope =
          (Evaluate.of(graph, density, right)[0] - Evaluate.of(graph, density, left)[0]) / 2e-6;
      assertThat(gradient[i])
          .as("element %d", i)
          .isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }
  }
}
