package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Random programs give the same bits interpreted and compiled, in plain and in vector loops. */
class FourWaysTest {
  static Stream<Arguments> graphs() {
    int[] lengths = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 18, 23, 24, 25, 31, 32, 33, 40, 64, 100, 257};
    return IntStream.of(lengths)
        .boxed()
        .flatMap(n -> IntStream.range(0, 5).mapToObj(seed -> Arguments.of(n, seed)));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void sameBits(int n, int seed) {
    RandomGraph graph = new RandomGraph(31L * n + seed, n, 5 + 6 * seed);
    TapeSource tape = Programs.layOut(graph.graph(), graph.outputs(), Loops.plain());
    double[] position = new Random(seed).doubles(graph.dimension(), -2, 2).toArray();
    double[] expected = run(tape, position, graph.size());
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      Program.Source compiled = new CompilerBackend().compile(tape, mode);
      assertThat(run(compiled, position, graph.size()))
          .as(() -> mode + "\n" + compiled.listing())
          .containsExactly(expected);
    }
  }

  private static double[] run(Program.Source source, double[] position, int size) {
    double[][] out = {new double[size]};
    Program program = source.open();
    for (int k = 0; k < 2; k++) {
      assertThat(program.run(new double[][] {position}, out).isFine()).isTrue();
    }
    return out[0];
  }
}
