package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.*;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/** Code is run on little before it is used: that leaves no trace in what it computes. */
class LoopExerciseTest {
  private static final int COLUMNS = 20;

  private static TapeSource regression(int n) {
    Graph graph = new Graph();
    Expr b = graph.input(InputKind.POSITION, "b", 0, Shape.of(COLUMNS));
    double[] design = new Random(1).doubles((long) COLUMNS * n, -1, 1).toArray();
    Expr eta = product(graph.data("X", design, Shape.of(n, COLUMNS)), b);
    Expr value = sum(log1pExp(eta)).negate().minus(dot(eta, exp(eta)));
    Expr gradient = Gradient.of(value, List.of(b)).getFirst();
    return Programs.layOut(
        graph, List.of(new Output(value, 0, 0), new Output(gradient, 0, 1)), Loops.plain());
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 24, 150, 1003})
  void exercisedCodeGivesTheSameBits(int n) {
    TapeSource tape = regression(n);
    double[] position = new Random(n).doubles(COLUMNS, -2, 2).toArray();
    double[] expected = FourWaysTest.run(tape, position, 1 + COLUMNS);
    Generator generator = new Generator(tape);
    Bindings.Bound bound = generator.bindings().bind();
    Code[] code = generator.generate(true);
    LoopExercise exercise = new LoopExercise(code, bound.workspace());
    double[][] out = {new double[1 + COLUMNS]};
    for (int k = 0; k < 3; k++) {
      exercise.isFast(generator.longestLoop(), Double.POSITIVE_INFINITY);
      assertThat(bound.run(code, new double[][] {position}, out)).isTrue();
      assertThat(out[0]).containsExactly(expected);
    }
  }

  @Test
  void theProductsAreExercisedUntilTheyHaveHadEnough() {
    for (int k = 0; k < 100_000 && !ProductsExercise.ONCE.isDone(); k++) {
      ProductsExercise.ONCE.some();
    }
    assertThat(ProductsExercise.ONCE.isDone()).isTrue();
  }
}
