package planish.autodiff.rewrite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sin;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.rewrite.Rewritten.input;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.Loops;

/** Sums of random expressions of rows: rewritten or not, values and gradients are the same. */
class RandomSumsTest {
  private static final int GRAPHS = 80;

  /** Makes expressions of one number of rows. */
  private static final class Maker {
    private final Graph graph = new Graph();
    private final Random random;
    private final int n;
    private final List<Expr> inputs =
        List.of(input(graph, "s", 0), input(graph, "g", 1, 3), input(graph, "b", 4, 2));
    private final int[] group;
    private final int[] other;

    Maker(Random random) {
      this.random = random;
      this.n = 2 + random.nextInt(60);
      this.group = IntStream.range(0, n).map(i -> random.nextInt(3)).toArray();
      this.other = IntStream.range(0, n).map(i -> random.nextInt(2)).toArray();
    }

    private Expr data() {
      return graph.data("d" + random.nextInt(), normals(random.nextInt(), n, 0, 1), Shape.of(n));
    }

    private Expr leaf() {
      return switch (random.nextInt(8)) {
        case 0 -> data();
        case 1 -> inputs.get(0);
        case 2, 3 -> inputs.get(1).gather(group);
        case 4 -> inputs.get(2).gather(other);
        case 5 -> Expr.of(random.nextInt(5) - 2);
        case 6 -> sin(inputs.get(0));
        default ->
            product(
                graph.data("x", normals(random.nextInt(), 2 * n, 0, 1), Shape.of(n, 2)),
                inputs.get(2));
      };
    }

    Expr expression(int depth) {
      if (depth == 0) {
        return leaf();
      }
      Expr a = expression(depth - 1);
      return switch (random.nextInt(12)) {
        case 0, 1 -> a.plus(expression(depth - 1));
        case 2, 3 -> a.minus(expression(depth - 1));
        case 4, 5 -> a.times(leaf());
        case 6 -> a.dividedBy(exp(sin(leaf())));
        case 7 -> square(a);
        case 8 -> a.negate().plus(log(exp(leaf())));
        case 9 -> log1pExp(sin(a));
        case 10 -> exp(sin(leaf()).plus(sin(data()))).times(a);
        default -> select(Functions.less(data(), Expr.of(0.3)), a, leaf());
      };
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void staySame(long seed) {
    Random random = new Random(seed);
    for (int k = 0; k < GRAPHS; k++) {
      Maker maker = new Maker(random);
      Expr rows = Functions.broadcast(maker.expression(1 + k % 4), Shape.of(maker.n));
      compare(maker, rows, random);
    }
  }

  private static void compare(Maker maker, Expr rows, Random random) {
    Expr before = rows.sum();
    RewriteLog log = new RewriteLog();
    Rewrites all = Rewrites.all();
    Expr after = all.apply(Rewrite.Stage.DENSITY, maker.graph, List.of(before), log).getFirst();
    Expr size = abs(rows).sum().plus(square(rows).sum());
    for (int k = 0; k < 5; k++) {
      double[] x = random.doubles(6, -2, 2).toArray();
      double[] one = values(maker, before, x);
      double[] other = values(maker, after, x);
      double scale = 1 + values(maker, size, x)[0];
      for (int i = 0; i < one.length; i++) {
        assertThat(other[i]).as("%s", log.entries()).isCloseTo(one[i], within(1e-10 * scale));
      }
    }
  }

  private static double[] values(Maker maker, Expr value, double[] x) {
    List<Output> outputs = new ArrayList<>(List.of(new Output(value, 0, 0)));
    int offset = 1;
    for (Expr derivative : Gradient.of(value, maker.inputs)) {
      outputs.add(new Output(derivative, 0, offset));
      offset += derivative.shape().size();
    }
    double[] out = new double[offset];
    Programs.compile(maker.graph, outputs, Loops.plain())
        .open()
        .run(new double[][] {x}, new double[][] {out});
    return out;
  }
}
