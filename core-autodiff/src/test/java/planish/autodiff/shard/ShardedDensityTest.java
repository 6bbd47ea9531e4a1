package planish.autodiff.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ExternalFunction;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.Status;
import planish.spi.UserException;

class ShardedDensityTest {
  private static final int P = 3;

  /** Σ log(1 + exp(x b)) − own² over the rows of one shard. */
  private static Shard shard(int rows, int seed) {
    Graph graph = new Graph();
    Expr b = graph.input(InputKind.POSITION, "b", 0, Shape.of(P));
    Expr own = graph.input(InputKind.POSITION, "own", P, Shape.of(1));
    double[] x = new Random(seed).doubles(rows * P, -1, 1).toArray();
    Expr eta = Functions.product(graph.data("x", x, Shape.of(rows, P)), b);
    Expr positive =
        Functions.checked(
            own.get(0).plus(10), Functions.less(Expr.of(-10), own.get(0)), own.get(0), "too small");
    Expr value = Functions.log1pExp(eta).sum().minus(own.get(0).times(own.get(0)));
    return new Shard(graph, value.plus(positive.times(0)), b, own, Shard.Explanation.NONE);
  }

  private static ShardedDensity density(int... rows) {
    List<Shard> shards = IntStream.range(0, rows.length).mapToObj(k -> shard(rows[k], k)).toList();
    return new ShardedDensity("rows", shards, Shape.of(P), Shape.of(1), ShardRunner.local());
  }

  private static ShardRunner helped(ForkJoinPool pool, int helpers) {
    return new LocalRunner(pool, _ -> helpers, false);
  }

  private static double[][] parameters(int shards, double own) {
    double[] all = new double[shards];
    java.util.Arrays.setAll(all, k -> own + 0.1 * k);
    return new double[][] {{0.3, -0.7, 0.2}, all};
  }

  @Test
  void bitsDoNotDependOnThreads() {
    int[] rows = {500, 500, 3, 500, 0, 1000, 500, 17, 500};
    double[] expected = new double[1 + P + rows.length];
    density(rows).on(helped(null, 0)).open().evaluate(parameters(rows.length, 0.1), expected);
    for (int helpers : new int[] {1, 3}) {
      try (ForkJoinPool pool = new ForkJoinPool(helpers)) {
        ExternalFunction.Call call = density(rows).on(helped(pool, helpers)).open();
        for (int k = 0; k < 300; k++) {
          double[] found = new double[expected.length];
          assertThat(call.evaluate(parameters(rows.length, 0.1), found)).isNull();
          assertThat(found).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void shardsOfOneStructureShareTheirCode() {
    assertThat(density(500, 500, 3, 500, 3).programCount()).isEqualTo(2);
    assertThat(density(500, 500, 500).programCount()).isEqualTo(1);
  }

  @Test
  void thousandsOfSmallShardsHaveOneProgram() {
    int[] rows = new int[5000];
    java.util.Arrays.fill(rows, 4);
    ShardedDensity density = density(rows);
    assertThat(density.programCount()).isEqualTo(1);
    double[][] parameters = parameters(rows.length, 0);
    double[] found = new double[1 + P + rows.length];
    double[] expected = new double[1 + P + 1];
    density.on(helped(null, 0)).open().evaluate(parameters, found);
    double sum = 0;
    for (int k = 0; k < rows.length; k++) {
      ShardedDensity one =
          new ShardedDensity(
              "one", List.of(shard(4, k)), Shape.of(P), Shape.of(1), helped(null, 0));
      one.open().evaluate(new double[][] {parameters[0], {parameters[1][k]}}, expected);
      sum += expected[0];
    }
    assertThat(found[0]).isEqualTo(sum);
  }

  @Test
  void theFirstShardThatFailsIsToldWhoeverMeetsIt() {
    int[] rows = {50, 50, 50, 50, 50, 50};
    double[][] parameters = parameters(6, 0.1);
    parameters[1][2] = -11;
    parameters[1][5] = -12;
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      ExternalFunction.Call call = density(rows).on(helped(pool, 2)).open();
      for (int k = 0; k < 200; k++) {
        Evaluation.Failure failure = call.evaluate(parameters, new double[1 + P + 6]);
        assertThat(failure.message()).isEqualTo("shard 3 of 6: too small");
        assertThat(failure.value()).isEqualTo(-11);
      }
    }
  }

  @Test
  void theFirstFaultInOrderIsTheCallersWhoeverMeetsIt() {
    ShardSet faulty =
        new BareShards(
            20,
            (shard, _, _) -> {
              if (shard == 7 || shard == 9) {
                throw new IllegalStateException("shard " + shard);
              }
              return Status.FINE;
            });
    for (int helpers : new int[] {0, 1, 2}) {
      try (ForkJoinPool pool = new ForkJoinPool(2)) {
        ShardRunner.Session session = helped(pool, helpers).open(faulty);
        for (int k = 0; k < 50; k++) {
          assertThatThrownBy(() -> session.run(new double[0], new double[20][1]))
              .isInstanceOf(IllegalStateException.class)
              .hasMessage("shard 7");
        }
      }
    }
  }

  @Test
  void anEvaluationAllocatesNothing() {
    ShardedDensity density = density(50, 50, 7).on(helped(null, 0));
    Graph graph = new Graph();
    Expr b = graph.input(InputKind.POSITION, "b", 0, Shape.of(P));
    Expr own = graph.input(InputKind.POSITION, "own", P, Shape.of(3));
    Expr value = density.apply(b, own).times(2);
    List<Expr> gradient = Gradient.of(value, List.of(b, own));
    Program program =
        Programs.compile(
                graph,
                List.of(
                    new Output(value, 0, 0),
                    new Output(gradient.get(0), 0, 1),
                    new Output(gradient.get(1), 0, 1 + P)))
            .open();
    double[][] in = {{0.3, -0.7, 0.2, 0.1, 0.2, 0.3}, {}, {}};
    double[][] out = {new double[7]};
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().threadId();
    for (int k = 0; k < 2000; k++) {
      program.run(in, out);
    }
    threads.getThreadAllocatedBytes(id);
    long before = threads.getThreadAllocatedBytes(id);
    for (int k = 0; k < 1000; k++) {
      program.run(in, out);
    }
    assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(2000);
    double h = 1e-6;
    for (int i = 0; i < 6; i++) {
      double[][] up = {in[0].clone(), {}, {}};
      double[][] down = {in[0].clone(), {}, {}};
      up[0][i] += h;
      down[0][i] -= h;
      double[][] high = {new double[7]};
      double[][] low = {new double[7]};
      program.run(up, high);
      program.run(down, low);
      assertThat(out[0][1 + i]).isCloseTo((high[0][0] - low[0][0]) / (2 * h), within(1e-6));
    }
  }

  @Test
  void secondDerivativesAreRefused() {
    Graph graph = new Graph();
    Expr b = graph.input(InputKind.POSITION, "b", 0, Shape.of(P));
    Expr own = graph.input(InputKind.POSITION, "own", P, Shape.of(1));
    Expr value = density(5).apply(b, own);
    Expr gradient = Gradient.of(value, List.of(b)).getFirst();
    assertThatThrownBy(() -> Gradient.of(gradient.sum(), List.of(b)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'rows'");
  }

  @Test
  void theWorkspaceIsThatOfTheLargestShard() {
    int one = density(1000).set().workspaceSize();
    assertThat(density(1000, 10, 1000, 1000, 500).set().workspaceSize()).isEqualTo(one);
  }

  @Test
  void whetherHelpPaysIsMeasured() {
    Pace pace = new Pace();
    assertThat(pace.pays()).isFalse();
    pace.took(false, 50_000);
    assertThat(pace.pays()).as("too short").isFalse();
    Pace slow = new Pace();
    slow.took(false, 1_000_000);
    assertThat(slow.pays()).as("not tried yet").isTrue();
    slow.took(true, 600_000);
    assertThat(slow.pays()).as("faster").isTrue();
    Pace useless = new Pace();
    useless.took(false, 1_000_000);
    useless.took(true, 1_100_000);
    assertThat(useless.pays()).as("slower").isFalse();
  }
}
