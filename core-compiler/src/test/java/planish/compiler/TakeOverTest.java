package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.*;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.Status;
import planish.autodiff.program.TapeSource;
import planish.autodiff.shard.Shard;
import planish.autodiff.shard.ShardRunner;
import planish.autodiff.shard.ShardedDensity;
import planish.autodiff.vector.Loops;

/** Code takes over where a program is run often: nobody sees it in the results. */
class TakeOverTest {
  private static final long PATIENCE = 60_000_000_000L;

  private static TapeSource regression(int n) {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(4));
    double[] design = new Random(1).doubles(3L * n, -1, 1).toArray();
    Expr eta = product(graph.data("X", design, Shape.of(n, 3)), x.slice(0, 3));
    Expr value = sum(log1pExp(eta.times(exp(x.get(3))))).negate().minus(dot(x, x));
    Expr gradient = Gradient.of(value, List.of(x)).getFirst();
    return Programs.layOut(
        graph, List.of(new Output(value, 0, 0), new Output(gradient, 1, 0)), Loops.plain());
  }

  @Test
  void manyRunsBringCodeAndNoOtherBits() {
    TapeSource tape = regression(500);
    CompiledSource source = (CompiledSource) new CompilerBackend().compile(tape, CompilerMode.AUTO);
    Program program = source.open();
    Program reference = tape.open();
    double[][] out = {new double[1], new double[4]};
    double[][] expected = {new double[1], new double[4]};
    long start = System.nanoTime();
    int after = 0;
    for (int k = 0; after < 1000 && System.nanoTime() - start < PATIENCE; k++) {
      double[][] in = {{0.1 * (k % 7), -0.2, 0.3, -0.1}};
      program.run(in, out);
      if (k % 10 == 0) {
        reference.run(in, expected);
        assertThat(out[0]).containsExactly(expected[0]);
        assertThat(out[1]).containsExactly(expected[1]);
      }
      after += source.compiled() == null ? 0 : 1;
    }
    assertThat(source.compiled()).isNotNull();
  }

  /** A regression beside a sum over shards, which tells who evaluates it. */
  private static TapeSource withShards(Set<Thread> callers) {
    Graph shard = new Graph();
    Expr b = shard.input(InputKind.POSITION, "b", 0, Shape.of(3));
    Expr own = shard.input(InputKind.POSITION, "own", 3, Shape.of(0));
    Expr density = sum(square(b)).negate();
    ShardRunner runner =
        set -> {
          ShardRunner.Session local = ShardRunner.local().open(set);
          return new ShardRunner.Session() {
            @Override
            public Status run(double[] parameters, double[][] results) {
              callers.add(Thread.currentThread());
              return local.run(parameters, results);
            }

            @Override
            public int failed() {
              return local.failed();
            }
          };
        };
    List<Shard> shards = List.of(new Shard(shard, density, b, own, Shard.Explanation.NONE));
    Expr none = Expr.of(new double[0], Shape.of(1, 0));
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(3));
    double[] design = new Random(1).doubles(1500, -1, 1).toArray();
    Expr rows = sum(log1pExp(product(graph.data("X", design, Shape.of(500, 3)), x)));
    Expr value =
        new ShardedDensity("parts", shards, Shape.of(3), Shape.of(0), runner)
            .apply(x, none)
            .minus(rows);
    Expr gradient = Gradient.of(value, List.of(x)).getFirst();
    return Programs.layOut(
        graph, List.of(new Output(value, 0, 0), new Output(gradient, 1, 0)), Loops.plain());
  }

  @Test
  void codeAroundShardsIsTriedWithoutThem() {
    Set<Thread> callers = ConcurrentHashMap.newKeySet();
    TapeSource tape = withShards(callers);
    CompiledSource source = (CompiledSource) new CompilerBackend().compile(tape, CompilerMode.AUTO);
    Program program = source.open();
    double[][] in = {{0.1, -0.2, 0.3}};
    double[][] expected = {new double[1], new double[3]};
    tape.open().run(in, expected);
    double[][] out = {new double[1], new double[3]};
    long start = System.nanoTime();
    for (int after = 0; after < 100 && System.nanoTime() - start < PATIENCE; ) {
      program.run(in, out);
      assertThat(out).isEqualTo(expected);
      after += source.compiled() == null ? 0 : 1;
    }
    assertThat(source.compiled()).isNotNull();
    assertThat(callers).containsExactly(Thread.currentThread());
  }

  @Test
  void aProgramThatRunsOnceIsNotCompiled() {
    CompiledSource source =
        (CompiledSource) new CompilerBackend().compile(regression(5), CompilerMode.AUTO);
    double[][] out = {new double[1], new double[4]};
    source.open().run(new double[][] {{1, 2, 3, 0}}, out);
    assertThat(source.compiled()).isNull();
  }

  @Test
  void aSmallProgramIsCompiledAfterSomeRuns() {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(3));
    TapeSource tape = Programs.layOut(graph, List.of(new Output(sum(exp(x)), 0, 0)), Loops.plain());
    CompiledSource source = (CompiledSource) new CompilerBackend().compile(tape, CompilerMode.AUTO);
    Program program = source.open();
    for (int k = 0; k < 50; k++) {
      program.run(new double[][] {{1, 2, 3}}, new double[1][1]);
    }
    assertThat(source.compiled()).isNotNull();
    assertThat(source.workspaceSize()).isLessThanOrEqualTo(16);
  }

  @Test
  void compiledProgramsAllocateNothing() throws Throwable {
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      Program program = new CompilerBackend().compile(regression(100), mode).open();
      double[][] in = {{0.1, 0.2, 0.3, 0.4}};
      double[][] out = {new double[1], new double[4]};
      MethodHandle counter = counter();
      long start = System.nanoTime();
      int quiet = 0;
      while (quiet < 20 && System.nanoTime() - start < PATIENCE) {
        long before = (long) counter.invokeExact();
        for (int k = 0; k < 100; k++) {
          program.run(in, out);
        }
        quiet = (long) counter.invokeExact() == before ? quiet + 1 : 0;
      }
      assertThat(quiet).as(mode.toString()).isEqualTo(20);
    }
  }

  /** The bytes that this thread has allocated: no module need be read by the one under test. */
  private static MethodHandle counter() throws ReflectiveOperationException {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    return MethodHandles.publicLookup()
        .findVirtual(
            Class.forName("com.sun.management.ThreadMXBean"),
            "getCurrentThreadAllocatedBytes",
            MethodType.methodType(long.class))
        .bindTo(threads);
  }

  @Test
  void theListingSaysWhatIsComputedWhere() {
    String listing =
        new CompilerBackend().compile(regression(100_000), CompilerMode.PLAIN).listing();
    assertThat(listing)
        .contains("workspace: ")
        .contains("loop over 100000 in blocks of ")
        .contains("vector_matrix")
        .contains("log1p_exp")
        .contains("output 1[3] = ");
  }
}
