package planish.autodiff.rewrite.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Reductions;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;

/** Estimated costs, and their ratios against those of measured times. */
class OperationCostTest {
  private static final int N = 2_000;
  private static final int ROWS = 100;

  private final Graph graph = new Graph();
  private final Expr x = input("x", 0, N);
  private final Expr y = input("y", N, N);
  private final Expr v = input("v", 0, ROWS);
  private final Expr number = input("s", 0);
  private final Expr square = input("m", 2 * N, ROWS, ROWS);

  private Expr input(String name, int offset, int... shape) {
    return graph.input(InputKind.POSITION, name, offset, Shape.of(shape));
  }

  private double cost(Expr value) {
    return Cost.of(graph, List.of(value));
  }

  @Test
  void oneOperationMoreCostsMore() {
    assertThat(cost(x)).isZero();
    assertThat(cost(x.plus(y))).isEqualTo(OperationCost.CALL + N);
    Expr exp = Functions.exp(x.plus(y));
    assertThat(cost(exp)).isGreaterThan(8 * N + cost(x.plus(y)));
    assertThat(Cost.of(graph, List.of(exp, x.plus(y)))).isEqualTo(cost(exp));
    assertThat(cost(Functions.cholesky(square)))
        .isGreaterThan(cost(Functions.solveLower(square, v)));
  }

  @Test
  void whatIsKnownAndWhatIsLookedAtCostsNothing() {
    Expr data = graph.data("d", new double[N], Shape.of(N));
    assertThat(cost(Functions.exp(data))).isZero();
    assertThat(cost(x.slice(1, 5).reshape(2, 2))).isZero();
  }

  /** Elements of a diagonally dominant matrix, and of vectors between 0.5 and 2. */
  private static double[] position() {
    double[] position = new SplittableRandom(1).doubles(2 * N + ROWS * ROWS, 0.5, 2).toArray();
    for (int i = 0; i < ROWS; i++) {
      position[2 * N + i * (ROWS + 1)] = 3 * ROWS;
    }
    return position;
  }

  private List<Expr> operations() {
    int[] some = IntStream.range(0, N).map(i -> i * 7 % ROWS).toArray();
    List<Expr> all =
        new ArrayList<>(
            List.of(
                x.plus(y),
                x.times(y),
                x.dividedBy(y),
                Functions.less(x, y),
                Functions.minimum(x, y),
                Functions.select(x, y, number),
                Functions.pow(x, y),
                Functions.logBeta(x, y),
                Functions.polygamma(2, x),
                x.gather(some),
                Functions.scatterAdd(x, some, Shape.of(ROWS)),
                Functions.dot(x, y),
                x.sum(),
                Functions.logSumExp(x),
                Reductions.cumulativeSum(x),
                Functions.orderedSum(List.of(x, y)),
                Functions.broadcast(v, Shape.of(ROWS, ROWS)),
                Functions.sumTo(square, Shape.of(ROWS)),
                Functions.transpose(square),
                Functions.concatenate(List.of(x, y)),
                graph.apply(new VectorMatrix(), List.of(v, square)),
                graph.apply(new MatrixVector(), List.of(square, v)),
                Functions.outer(v, v),
                Functions.product(square, square),
                Functions.lowerTriangle(square),
                Functions.solveLower(square, v),
                Functions.solveLowerTransposed(square, v),
                Functions.solveLower(square, square),
                Functions.cholesky(square),
                Gradient.pull(Functions.cholesky(square), square, List.of(square)).getFirst()));
    for (UnaryFunction f : UnaryFunction.values()) {
      all.add(Functions.unary(f, x));
    }
    return all;
  }

  /** The least of many short measurements of one operation, in nanoseconds. */
  private double time(Expr value, double[] position) {
    Program program =
        Programs.compile(graph, List.of(new Output(value, 0, 0)), Loops.plain()).open();
    double[][] in = {position};
    double[][] out = {new double[value.shape().size()]};
    double least = Double.POSITIVE_INFINITY;
    long end = System.nanoTime() + 150_000_000L;
    for (int k = 0; k < 200 || System.nanoTime() < end; k++) {
      long start = System.nanoTime();
      program.run(in, out);
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }

  /** Within a factor of 3 of what most operations take for a unit. */
  @Test
  @Tag("long")
  void ratiosAreThoseOfMeasuredTimes() {
    List<Expr> operations = operations();
    double[] position = position();
    double[] units = new double[operations.size()];
    for (int repeat = 0; repeat < 2; repeat++) {
      for (int k = 0; k < units.length; k++) {
        units[k] = time(operations.get(k), position) / cost(operations.get(k));
      }
    }
    double[] sorted = units.clone();
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    SoftAssertions.assertSoftly(each -> {
      for (int k = 0; k < units.length; k++) {
        String operation = operations.get(k).toString();
        each.assertThat(units[k] / usual).as(operation).isBetween(1 / 3.0, 3.0);
      }
    });
  }
}
