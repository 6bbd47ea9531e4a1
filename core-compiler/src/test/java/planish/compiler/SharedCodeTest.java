package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    return Programs.layOut(graph, outputs, Loops.plain()).withOwnArrays();
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
    assertThat(tape(1, 100).isLike(tape(2, 100))).as("few numbers are part of the code").isFalse();
  }

  @Example
  void givesTheBitsOfEachTape() {
    double[] position = new Random(3).doubles(P + GROUPS, -1, 1).toArray();
    for (CompilerMode mode : CompilerMode.values()) {
      SharedCode code = new CompilerBackend().share(tape(0, 700), 2, mode);
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

  @Example
  void aFailureIsThatOfTheTape() {
    double[] position = new double[P + GROUPS];
    position[P] = -60;
    for (CompilerMode mode : List.of(CompilerMode.PLAIN, CompilerMode.VECTOR)) {
      SharedCode code = new CompilerBackend().share(tape(0, 700), 2, mode);
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
      tape = Programs.layOut(graph.graph(), outputs, Loops.plain()).withOwnArrays();
    } catch (UserException ofDataAlone) {
      return;
    }
    double[][] in = {plan.position()};
    double[][] expected = {new double[size]};
    Status status = tape.open().run(in, expected);
    for (CompilerMode mode : List.of(CompilerMode.PLAIN, CompilerMode.VECTOR)) {
      double[][] found = {new double[size]};
      SharedCode code = new CompilerBackend().share(tape, 2, mode);
      assertThat(code.open(tape, new Workspace()).run(in, found)).isEqualTo(status);
      if (status.isFine()) {
        assertThat(found[0]).isEqualTo(expected[0]);
      }
    }
  }
}
