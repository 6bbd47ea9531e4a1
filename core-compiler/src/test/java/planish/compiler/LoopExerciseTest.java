package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.program.TapeSource;
import planish.autodiff.program.Workspace;

/** Code is run on little before it is used: that leaves no trace in what it computes. */
class LoopExerciseTest {
  private static final int COLUMNS = 20;

  @ParameterizedTest
  @ValueSource(ints = {17, 24, 150, 1003})
  void exercisedCodeGivesTheSameBits(int n) {
    TapeSource tape = Regressions.logistic(n, COLUMNS);
    double[] position = Regressions.position(COLUMNS);
    double[] expected = FourWaysTest.run(tape, position, Regressions.size(n, COLUMNS));
    Generator generator = new Generator(tape, HandedIn.NOTHING);
    Bindings.Bound bound = generator.bindings().bind(tape, new Workspace());
    Code[] code = generator.generate(true);
    LoopExercise exercise = new LoopExercise(code, bound, true);
    double[][] out = {new double[Regressions.size(n, COLUMNS)]};
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
