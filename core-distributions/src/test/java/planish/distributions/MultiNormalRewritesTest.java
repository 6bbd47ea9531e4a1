package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Matrices.diagonalTimes;
import static planish.autodiff.graph.Matrices.timesDiagonal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.CanonicalForm;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.distributions.family.Lkj;
import planish.distributions.family.MultiNormal;
import planish.distributions.family.MultiNormalCholesky;
import planish.transforms.CorrelationMatrixTransform;
import planish.transforms.CovarianceMatrixTransform;

/** What the rewrites make of multivariate normals. */
class MultiNormalRewritesTest {
  private static final int N = 6;

  private final SplittableRandom random = new SplittableRandom(7);
  private final RewriteLog log = new RewriteLog();

  /** Value and gradient of a density of one input. */
  private record Compiled(Graph graph, List<Expr> exprs, int dimension) {
    double[][] run(double[] at) {
      double[][] out = {new double[1], new double[dimension]};
      Programs.compile(
              graph, List.of(new Output(exprs.get(0), 0, 0), new Output(exprs.get(1), 1, 0)))
          .open()
          .run(new double[][] {at}, out);
      return out;
    }

    /** The operations that are left to be run, in order. */
    List<String> operations() {
      boolean[] needed = new boolean[graph.size()];
      exprs.forEach(expr -> needed[graph.indexOf(expr)] = true);
      for (int k = needed.length - 1; k >= 0; k--) {
        int at = k;
        IntStream.range(0, needed[k] ? graph.node(k).operandCount() : 0)
            .forEach(j -> needed[graph.node(at).operand(j)] = true);
      }
      return IntStream.range(0, needed.length)
          .filter(k -> needed[k] && !graph.node(k).known())
          .mapToObj(k -> graph.node(k).op().toString())
          .toList();
    }
  }

  private Compiled compiled(Graph graph, Expr density, Expr input, Rewrites rewrites) {
    Expr total = rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(density), log).getFirst();
    List<Expr> both = List.of(total, Gradient.of(total, List.of(input)).getFirst());
    return new Compiled(
        graph, rewrites.apply(Rewrite.Stage.PROGRAM, graph, both, log), input.shape().size());
  }

  private void assertSame(Compiled plain, Compiled fast, int dimension) {
    for (int repeat = 0; repeat < 100; repeat++) {
      double[] at = random.doubles(dimension, -1, 1).toArray();
      double[][] expected = plain.run(at);
      double[][] actual = fast.run(at);
      for (int k = 0; k < 2; k++) {
        assertThat(actual[k]).containsExactly(expected[k], within(1e-10 * size(expected[k])));
      }
    }
  }

  private static double size(double[] values) {
    double size = 1;
    for (double value : values) {
      size = Math.max(size, Math.abs(value));
    }
    return size;
  }

  private double[] covariance() {
    double[] a = random.doubles(N * N, -1, 1).toArray();
    double[] s = new double[N * N];
    for (int i = 0; i < N * N; i++) {
      s[i] = i / N == i % N ? 1 : 0;
      for (int k = 0; k < N; k++) {
        s[i] += a[i / N * N + k] * a[i % N * N + k];
      }
    }
    return s;
  }

  /** By Gauss and Jordan. */
  private static double[] inverse(double[] matrix) {
    double[] a = matrix.clone();
    for (int k = 0; k < N; k++) {
      double pivot = a[k * N + k];
      a[k * N + k] = 1;
      for (int j = 0; j < N; j++) {
        a[k * N + j] /= pivot;
      }
      for (int i = 0; i < N; i++) {
        double factor = i == k ? 0 : a[i * N + k];
        a[i * N + k] = i == k ? a[i * N + k] : 0;
        for (int j = 0; j < N; j++) {
          a[i * N + j] -= factor * a[k * N + j];
        }
      }
    }
    return a;
  }

  @Test
  void constantMatricesOfEveryFormGiveOneGraph() {
    double[] values = covariance();
    double[] inverse = inverse(values);
    double[] mean = random.doubles(N, -1, 1).toArray();
    List<List<String>> operations = new ArrayList<>();
    Set<Long> numbers = new HashSet<>();
    for (int form = 0; form < 4; form++) {
      Graph graph = new Graph();
      Expr matrix = graph.data("S", values, Shape.of(N, N));
      Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(N));
      Expr mu = graph.data("mu", mean, Shape.of(N));
      Distribution distribution =
          switch (form) {
            case 0 -> MultiNormal.of(mu, matrix, false);
            case 1 -> new MultiNormalCholesky(mu, Functions.cholesky(matrix));
            case 2 -> MultiNormal.of(mu, graph.data("P", inverse, Shape.of(N, N)), true);
            default -> MultiNormal.of(mu, Expr.of(values, Shape.of(N, N)), false);
          };
      Expr density = distribution.logProbInside(x).sum();
      Compiled fast = compiled(graph, density, x, Rewrites.all());
      assertSame(compiled(graph, density, x, Rewrites.none()), fast, N);
      operations.add(fast.operations());
      numbers.add(CanonicalForm.hash(graph, fast.exprs().getFirst()));
    }
    assertThat(numbers).hasSize(1);
    assertThat(operations.getFirst()).containsOnlyOnce("vector_matrix").contains("dot", "negate");
    assertThat(operations).allSatisfy(each -> assertThat(each).isEqualTo(operations.getFirst()));
  }

  @Test
  void aCovarianceMatrixOfParametersIsNeverFactored() {
    Graph graph = new Graph();
    int count = N * (N + 1) / 2;
    Expr u = graph.input(InputKind.POSITION, "u", 0, Shape.of(count));
    Expr sigma = new CovarianceMatrixTransform().forward(u);
    Expr y = graph.data("y", random.doubles(3 * N, -1, 1).toArray(), Shape.of(3, N));
    Expr zero = Expr.full(Shape.of(N), 0);
    assertNeverFactored(graph, MultiNormal.of(zero, sigma, false).logProbInside(y).sum(), u);
  }

  @Test
  void aCorrelationMatrixWithScalesIsNeverFactored() {
    Graph graph = new Graph();
    int count = N * (N - 1) / 2;
    Expr u = graph.input(InputKind.POSITION, "u", 0, Shape.of(count + N));
    Expr omega = new CorrelationMatrixTransform().forward(u.slice(0, count));
    Expr s = Functions.exp(u.slice(count, count + N));
    Expr sigma = diagonalTimes(s, timesDiagonal(omega, s));
    Expr y = graph.data("y", random.doubles(N, -1, 1).toArray(), Shape.of(N));
    Expr zero = Expr.full(Shape.of(N), 0);
    Expr density =
        MultiNormal.of(zero, sigma, false)
            .logProbInside(y)
            .plus(Lkj.of(N, Expr.of(2), false).logProbInside(omega));
    assertNeverFactored(graph, density, u);
  }

  private void assertNeverFactored(Graph graph, Expr density, Expr u) {
    Compiled plain = compiled(graph, density, u, Rewrites.none());
    Compiled fast = compiled(graph, density, u, Rewrites.all());
    assertThat(plain.operations()).contains("cholesky");
    assertThat(fast.operations()).doesNotContain("cholesky");
    assertSame(plain, fast, u.shape().size());
  }
}
