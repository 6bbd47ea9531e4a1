package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.TapeSource;

/** Products with a matrix in panels, with whole panels and what is left of one: the same bits. */
class RegressionsTest {
  @ParameterizedTest
  @CsvSource({
    "63, 17",
    "64, 17",
    "65, 20",
    "71, 24",
    "72, 25",
    "101, 17",
    "127, 31",
    "128, 33",
    "129, 20",
    "300, 100",
    "1000, 25",
    "1003, 40",
    "4098, 17",
    "2055, 200"
  })
  void sameBits(int rows, int columns) {
    TapeSource tape = Regressions.logistic(rows, columns);
    double[] position = Regressions.position(columns);
    int size = Regressions.size(rows, columns);
    double[] expected = FourWaysTest.run(tape, position, size);
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      assertThat(FourWaysTest.run(new CompilerBackend().compile(tape, mode), position, size))
          .as(mode.toString())
          .containsExactly(expected);
    }
  }
}
