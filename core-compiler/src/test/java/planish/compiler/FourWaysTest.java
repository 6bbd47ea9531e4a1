package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/**
 * Random programs, value and gradient, give the same bits interpreted and compiled in plain and in
 * vector loops, and the same numbers when all is known.
 */
class FourWaysTest {
  static Stream<Arguments> graphs() {
    int[] lengths = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 18, 23, 24, 25, 31, 32, 33, 40, 64, 100, 257};
    return Stream.concat(
        IntStream.of(lengths)
            .boxed()
            .flatMap(n -> IntStream.range(0, 5).mapToObj(seed -> Arguments.of(n, seed))),
        Stream.of(Arguments.of(1000, 3), Arguments.of(2055, 2), Arguments.of(4098, 3)));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void sameBits(int n, int seed) {
    int operations = 5 + 6 * seed;
    RandomGraph graph = new RandomGraph(31L * n + seed, n, operations);
    TapeSource tape = Programs.layOut(graph.graph(), graph.outputs(), Loops.plain());
    double[] position = new Random(seed).doubles(graph.dimension(), -2, 2).toArray();
    double[] expected = run(tape, position, graph.size());
    RandomGraph known = new RandomGraph(31L * n + seed, n, operations, position);
    double[] constant =
        run(Programs.compile(known.graph(), known.outputs()), position, graph.size());
    // A known matrix is multiplied column by column, another row by row.
    for (int k = 0; k < constant.length; k++) {
      double size = Math.max(1, Math.abs(expected[k]));
      assertThat(constant[k]).isCloseTo(expected[k], within(1e-9 * size));
    }
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      Program.Source compiled = new CompilerBackend().compile(tape, mode);
      assertThat(run(compiled, position, graph.size()))
          .as(() -> mode + "\n" + compiled.listing())
          .containsExactly(expected);
    }
  }

  /** Twice: what a run leaves in the workspace is not seen by the next. */
  static double[] run(Program.Source source, double[] position, int size) {
    double[][] out = {new double[size]};
    Program program = source.open();
    for (int k = 0; k < 2; k++) {
      assertThat(program.run(new double[][] {position}, out).isFine()).isTrue();
    }
    return out[0];
  }
}
