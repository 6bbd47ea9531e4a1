package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.concatenate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;

class DensityLawsTest {
  private static final double STEP = 0.02;

  /**
   * By the trapezoidal rule over x = μ + σ sinh(u) on the whole line, and over x = exp(u) on the
   * positive numbers: both integrands are analytic and fall off fast.
   */
  @ParameterizedTest
  @CsvSource({
    "normal,-3;0.5,true",
    "half-normal,2.5,false",
    "cauchy,2;0.1,true",
    "half-cauchy,5,false",
    "lognormal,-1;0.5,false",
    "exponential,0.25,false"
  })
  void integratesToOne(String name, String arguments, boolean wholeLine) {
    double[] args = Reference.numbers(arguments);
    int half = 2500;
    double[] x = new double[2 * half + 1];
    double[] slope = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double u = (i - half) * STEP;
      x[i] = wholeLine ? args[0] + args[1] * Math.sinh(u) : Math.exp(u);
      slope[i] = wholeLine ? args[1] * Math.cosh(u) : x[i];
    }
    double[] logs = Evaluate.constant(Reference.distribution(name, args).logProb(Expr.vector(x)));
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(logs[i]) * slope[i] * STEP;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
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

  @ParameterizedTest
  @CsvSource({
    "normal,-3;0.5,-2.2",
    "half-normal,2.5,1.3",
    "cauchy,2;0.1,2.3",
    "half-cauchy,5,0.4",
    "lognormal,-1;0.5,0.7",
    "exponential,0.25,3",
    "bernoulli,0.3,1",
    "bernoulli,0.3,0",
    "bernoulli-logit,-2,1",
    "bernoulli-logit,-2,0"
  })
  void gradientsAreThoseOfFiniteDifferences(String name, String arguments, double at) {
    double[] args = Reference.numbers(arguments);
    boolean discrete = name.startsWith("bernoulli");
    double[] point = new double[args.length + 1];
    System.arraycopy(args, 0, point, 0, args.length);
    point[args.length] = at;
    double[] gradient = gradient(name, point);
    for (int i = 0; i < point.length - (discrete ? 1 : 0); i++) {
      double h = 1e-6 * (1 + Math.abs(point[i]));
      double[] left = point.clone();
      double[] right = point.clone();
      left[i] -= h;
      right[i] += h;
      double slope = (value(name, right) - value(name, left)) / (2 * h);
      assertThat(gradient[i]).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }
  }

  private static double value(String name, double[] point) {
    Graph graph = new Graph();
    return Evaluate.of(graph, logProb(name, inputs(graph, point.length)), point)[0];
  }

  private static double[] gradient(String name, double[] point) {
    Graph graph = new Graph();
    List<Expr> inputs = inputs(graph, point.length);
    return Evaluate.of(graph, concatenate(Gradient.of(logProb(name, inputs), inputs)), point);
  }

  private static List<Expr> inputs(Graph graph, int count) {
    List<Expr> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(graph.input(InputKind.POSITION, "x" + i, i, Shape.scalar()));
    }
    return inputs;
  }

  private static Expr logProb(String name, List<Expr> inputs) {
    int last = inputs.size() - 1;
    return Reference.PROVIDERS
        .get(name)
        .create(inputs.subList(0, last))
        .logProb(inputs.get(last))
        .sum();
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
