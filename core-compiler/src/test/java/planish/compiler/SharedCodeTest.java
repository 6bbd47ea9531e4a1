package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.SharedCode;
import planish.autodiff.program.Status;
import planish.autodiff.program.TapeSource;
import planish.autodiff.program.Workspace;
import planish.autodiff.vector.Loops;
import planish.spi.UserException;

/** One code for tapes that differ in their data alone gives the bits of each. */
class SharedCodeTest {
  private static final int P = 4;
  private static final int GROUPS = 30;

  /** Rows of a model with predictors and groups, and windows of longer data. */
  private static TapeSource tape(int seed, int rows) {
    Random random = new Random(seed);
    Graph graph = new Graph();
    Expr position = graph.input(InputKind.POSITION, "q", 0, Shape.of(P + GROUPS));
    double[] x = random.doubles(2 * rows * P, -1, 1).toArray();
    double[] y = random.doubles(3 * rows).toArray();
    int[] group = random.ints(rows, 0, GROUPS).toArray();
    int from = random.nextInt(rows);
    Expr predictors = graph.data("x", x, Shape.of(2 * rows, P)).slice(from, from + rows);
    Expr observed = graph.data("y", y, Shape.of(3 * rows)).slice(from, from + rows);
    Expr eta =
        Functions.product(predictors, position.slice(0, P))
            .plus(position.slice(P, P + GROUPS).gather(group));
    Expr positive = Functions.checked(eta, Functions.less(Expr.of(-50), eta), eta, "too small");
    Expr value = Functions.log1pExp(positive).minus(observed.times(eta)).sum();
    Expr gradient = Gradient.of(value, List.of(position)).getFirst();
    List<Output> outputs = List.of(new Output(value, 0, 0), new Output(gradient, 0, 1));
    return Programs.layOut(graph, outputs, Loops.plain());
  }

  private static List<TapeSource> tapes(int rows) {
    return IntStream.range(0, 4).mapToObj(seed -> tape(seed, rows)).toList();
  }

  private static double[] run(Program program, double[] position) {
    double[] out = new double[1 + position.length];
    Status status = program.run(new double[][] {position}, new double[][] {out});
    assertThat(status.isFine()).isTrue();
    return out;
  }

  @Example
  void tapesOfOtherDataAreAlike() {
    assertThat(tape(1, 500).isLike(tape(2, 500))).isTrue();
    assertThat(tape(1, 500).isLike(tape(2, 501))).isFalse();
    assertThat(tape(1, 100).isLike(tape(2, 100))).as("few indices are part of the code").isFalse();
  }

  @Example
  void givesTheBitsOfEachTape() {
    double[] position = new Random(3).doubles(P + GROUPS, -1, 1).toArray();
    for (CompilerMode mode : CompilerMode.values()) {
      SharedCode code = new CompilerBackend().share(tapes(700), mode);
      Workspace workspace = new Workspace();
      List<Program> programs = new ArrayList<>();
      for (int seed = 0; seed < 4; seed++) {
        programs.add(code.open(tape(seed, 700), workspace));
      }
      for (int round = 0; round < 3; round++) {
        for (int seed = 0; seed < 4; seed++) {
          assertThat(run(programs.get(seed), position))
              .isEqualTo(run(tape(seed, 700).open(), position));
        }
      }
    }
  }

  /** Few rows, in straight-line code or in loops, whose numbers are other ones in each tape. */
  private static TapeSource few(int seed, int rows) {
    Random random = new Random(seed);
    Graph graph = new Graph();
    Expr position = graph.input(InputKind.POSITION, "q", 0, Shape.of(P + GROUPS));
    Expr x = graph.data("x", random.doubles(rows * P).toArray(), Shape.of(rows, P));
    Expr y = graph.data("y", random.doubles(rows + seed).toArray(), Shape.of(rows + seed));
    double weight = seed == 1 ? 0.5 : random.nextDouble();
    Expr eta = Functions.product(x, position.slice(0, P)).plus(seed == 2 ? 0.5 : 0.25);
    Expr rest = eta.minus(y.slice(seed, seed + rows)).times(weight);
    Expr value = Functions.log1pExp(rest).sum().plus(position.get(P).times(random.nextDouble()));
    Expr gradient = Gradient.of(value, List.of(position)).getFirst();
    List<Output> outputs =
        List.of(
            new Output(value, 0, 0),
            new Output(gradient, 0, 1),
            new Output(y.get(seed), 0, 1 + P + GROUPS));
    return Programs.layOut(graph, outputs, Loops.plain());
  }

  @Example
  void fewNumbersMayDifferToo() {
    double[] position = new Random(3).doubles(P + GROUPS, -1, 1).toArray();
    for (int rows : new int[] {1, 6, 20, 60}) {
      List<TapeSource> tapes = IntStream.range(0, 4).mapToObj(seed -> few(seed, rows)).toList();
      assertThat(tapes).allMatch(tape -> tape.isLike(tapes.getFirst()));
      assertThat(tapes).allMatch(tape -> tape.likeness() == tapes.getFirst().likeness());
      for (CompilerMode mode : CompilerMode.values()) {
        SharedCode code = new CompilerBackend().share(tapes, mode);
        for (TapeSource tape : tapes) {
          double[][] found = {new double[2 + P + GROUPS]};
          double[][] expected = {new double[2 + P + GROUPS]};
          code.open(tape, new Workspace()).run(new double[][] {position}, found);
          tape.open().run(new double[][] {position}, expected);
          assertThat(found).isEqualTo(expected);
        }
      }
    }
  }

  @Example
  void aFailureIsThatOfTheTape() {
    double[] position = new double[P + GROUPS];
    position[P] = -60;
    for (CompilerMode mode : List.of(CompilerMode.PLAIN, CompilerMode.VECTOR)) {
      SharedCode code = new CompilerBackend().share(tapes(700), mode);
      double[][] out = {new double[1 + position.length]};
      Status found = code.open(tape(1, 700), new Workspace()).run(new double[][] {position}, out);
      assertThat(found).isEqualTo(tape(1, 700).open().run(new double[][] {position}, out));
      assertThat(found.isFine()).isFalse();
    }
  }

  @Provide
  Arbitrary<GraphPlan> plans() {
    return GraphPlans.any();
  }

  @Property(seed = "25", tries = 60)
  void givesTheBitsOfAnyTape(@ForAll("plans") GraphPlan plan) {
    RandomGraph graph = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> values = graph.withGradient();
    List<Output> outputs = new ArrayList<>();
    int size = 0;
    for (Expr value : values) {
      outputs.add(new Output(value, 0, size));
      size += value.shape().size();
    }
    TapeSource tape;
    try {
      tape = Programs.layOut(graph.graph(), outputs, Loops.plain());
    } catch (UserException ofDataAlone) {
      return;
    }
    double[][] in = {plan.position()};
    double[][] expected = {new double[size]};
    Status status = tape.open().run(in, expected);
    for (CompilerMode mode : List.of(CompilerMode.PLAIN, CompilerMode.VECTOR)) {
      double[][] found = {new double[size]};
      SharedCode code = new CompilerBackend().share(List.of(tape, tape), mode);
      assertThat(code.open(tape, new Workspace()).run(in, found)).isEqualTo(status);
      if (status.isFine()) {
        assertThat(found[0]).isEqualTo(expected[0]);
      }
    }
  }
}
