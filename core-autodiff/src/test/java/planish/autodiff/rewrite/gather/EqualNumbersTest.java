package planish.autodiff.rewrite.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.logGamma;
import static planish.autodiff.graph.Functions.logSumExp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.rewrite.Rewritten.input;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;

class EqualNumbersTest {
  private static final int N = 12;

  private final Graph graph = new Graph();
  private final Expr scale = input(graph, "s", 0);
  private final Expr z = input(graph, "z", 1, N);

  private Expr covariance(double jitter) {
    double[] distances = new double[N * N];
    double[] diagonal = new double[N * N];
    Arrays.setAll(distances, k -> Math.pow(k / N - k % N, 2));
    Arrays.setAll(diagonal, k -> k / N == k % N ? jitter : 0);
    Expr squares = graph.data("d", distances, Shape.of(N, N));
    Expr near = exp(squares.dividedBy(exp(scale)).times(-0.5)).times(exp(scale));
    return near.plus(graph.data("jitter", diagonal, Shape.of(N, N)));
  }

  private Rewritten rewritten(Expr total, Rewrites rewrites) {
    return new Rewritten(graph, List.of(scale, z), total, rewrites);
  }

  @Test
  void aCovarianceIsComputedOnceForEachDistance() {
    Expr total = logSumExp(product(cholesky(covariance(0.25)), z));
    Rewritten rewritten = rewritten(total, Rewrites.all());
    assertThat(rewritten.told()).contains("add is computed of 12 numbers, not of 144");
    double[] position = normals(1, N + 1, 0, 0.5);
    assertThat(rewritten.value(position))
        .isCloseTo(rewritten(total, Rewrites.none()).value(position), within(1e-14));
  }

  @Test
  void aFunctionOfCountsIsComputedOnceForEachCount() {
    double[] counts = new double[200];
    Arrays.setAll(counts, i -> i * i % 7);
    Expr y = graph.data("y", counts, Shape.of(counts.length));
    Expr total = logGamma(y.plus(exp(scale))).sum();
    Rewritten rewritten = rewritten(total, Rewrites.all());
    assertThat(rewritten.largest()).isLessThan(10);
    double[] position = normals(1, N + 1, 0, 0.5);
    double expected = rewritten(total, Rewrites.none()).value(position);
    assertThat(rewritten.value(position)).isCloseTo(expected, within(1e-13 * Math.abs(expected)));
  }

  @Test
  void cheapFunctionsStay() {
    double[] counts = new double[200];
    Arrays.setAll(counts, i -> i % 5);
    Expr y = graph.data("y", counts, Shape.of(counts.length));
    Expr total = logSumExp(y.times(scale).plus(1));
    assertThat(rewritten(total, Rewrites.all()).told()).noneMatch(t -> t.contains("numbers, not"));
  }
}
