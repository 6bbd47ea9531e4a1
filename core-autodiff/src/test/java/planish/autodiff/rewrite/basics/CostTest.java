package planish.autodiff.rewrite.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.logGamma;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.rewrite.Rewritten.input;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewritten;
import planish.autodiff.vector.Loops;

/** Estimated costs against measured times. */
class CostTest {
  private static final int N = 1_000;

  private final Graph graph = new Graph();
  private final Expr x = input(graph, "x", 0, N);
  private final double[] position = Rewritten.normals(1, N, 2, 0.3);

  /** The least of many short measurements of one operation, in nanoseconds. */
  private double time(Expr value) {
    Program program =
        Programs.compile(graph, List.of(new Output(value, 0, 0)), Loops.plain()).open();
    double[][] in = {position};
    double[][] out = {new double[N]};
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 4_000; k++) {
      long start = System.nanoTime();
      program.run(in, out);
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }

  /** Within a factor of 4 either way: the order of the forms is what matters. */
  @Test
  void ratiosAreThoseOfMeasuredTimes() {
    int[] some = IntStream.range(0, N).map(i -> i * 7 % 100).toArray();
    Expr matrix = graph.data("m", Rewritten.normals(2, 20 * N, 0, 1), Shape.of(20, N));
    List<Expr> operations =
        List.of(exp(x), logGamma(x), x.gather(some), product(matrix, x), x.dividedBy(exp(x)));
    Expr unit = x.plus(x);
    Cost cost = new Cost(graph);
    time(unit);
    double estimatedUnit = cost.of(unit);
    for (Expr operation : operations) {
      double measured = time(operation) / time(unit);
      double estimated = cost.of(operation) / estimatedUnit;
      assertThat(measured / estimated).as(operation.toString()).isBetween(0.2, 5.0);
    }
  }

  @Test
  void whatIsKnownCostsNothing() {
    Expr known = exp(graph.data("d", new double[N], Shape.of(N)));
    assertThat(new Cost(graph).of(known)).isZero();
    assertThat(new Cost(graph).less(known.sum(), x.sum())).isTrue();
  }
}
