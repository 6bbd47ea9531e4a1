package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.*;
import static planish.autodiff.graph.Matrices.*;
import static planish.autodiff.graph.Reductions.*;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** Whole programs give the same bits on plain and on vector loops. */
class TapeBitsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 31, 64, 100})
  void valueAndGradientHaveTheSameBits(int n) {
    double[] position = new Random(n).doubles(n + 3, -3, 3).toArray();
    assertThat(run(n, position, new VectorApiBackend().loops()))
        .containsExactly(run(n, position, Loops.plain()));
  }

  private static double[] run(int n, double[] position, VectorLoops loops) {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(n));
    Expr b = graph.input(InputKind.POSITION, "b", n, Shape.of(3));
    double[] design = new Random(5).doubles(3L * n, -1, 1).toArray();
    Expr eta = product(graph.data("X", design, Shape.of(n, 3)), b);
    Expr scale = exp(b.get(0));
    Expr value =
        sum(log1pExp(eta))
            .plus(dot(tanh(x), eta))
            .minus(sum(square(x.minus(b.get(1)).dividedBy(scale))))
            .plus(sum(sin(x).times(log1p(square(x))).plus(pow(abs(x).plus(1), cos(eta)))))
            .plus(sum(invLogit(product(outer(x, b), b)).plus(expm1(x))))
            .plus(sum(logGamma(x).plus(logBeta(exp(x), exp(eta)))))
            .plus(sum(logPhi(x).plus(erf(eta)).times(atan(x))))
            .plus(logSumExp(eta.times(x)))
            .plus(sum(cumulativeSum(trigamma(x)).times(invPhi(phi(eta)))))
            .plus(greatest(asinh(x)))
            .plus(sum(logSumExpLast(outer(x, b), 1)));
    List<Expr> gradient = Gradient.of(value, List.of(x, b));
    double[][] out = {new double[1 + n + 3]};
    Programs.compile(
            graph,
            List.of(
                new Output(value, 0, 0),
                new Output(gradient.get(0), 0, 1),
                new Output(gradient.get(1), 0, 1 + n)),
            loops)
        .open()
        .run(new double[][] {position}, out);
    return out[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 16, 33, 64})
  void triangularSystemsHaveTheSameBits(int n) {
    double[] position = new Random(n).doubles((long) n * n + n, -0.5, 0.5).toArray();
    for (int i = 0; i < n; i++) {
      position[i * n + i] += 2;
    }
    assertThat(solve(n, position, new VectorApiBackend().loops()))
        .containsExactly(solve(n, position, Loops.plain()));
  }

  /** The value and gradient of a normal density with a Cholesky factor. */
  private static double[] solve(int n, double[] position, VectorLoops loops) {
    Graph graph = new Graph();
    Expr l = graph.input(InputKind.POSITION, "L", 0, Shape.of(n, n));
    Expr x = graph.input(InputKind.POSITION, "x", n * n, Shape.of(n));
    Expr value = inverseQuadraticForm(l, x).times(-0.5).minus(logDeterminantOfCholesky(l));
    List<Expr> gradient = Gradient.of(value, List.of(l, x));
    double[][] out = {new double[1 + n * n + n]};
    Programs.compile(
            graph,
            List.of(
                new Output(value, 0, 0),
                new Output(gradient.get(0), 0, 1),
                new Output(gradient.get(1), 0, 1 + n * n)),
            loops)
        .open()
        .run(new double[][] {position}, out);
    return out[0];
  }
}
