package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/** Functions that share work in one loop give the interpreter's bits wherever they are asked. */
class VectorFunctionsTest {
  private static final double[] ODD = {
    0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    36.7,
    -36.7,
    708.4,
    -708.4,
    709.8,
    -709.8,
    744.4,
    -744.4,
    745.2,
    -745.2,
    746,
    -746,
    1e300,
    -1e300
  };

  @Test
  void softFunctionsOfAnyNumber() {
    Random random = new Random(1);
    double[] position =
        DoubleStream.concat(
                DoubleStream.of(ODD),
                DoubleStream.concat(random.doubles(2000, -800, 800), random.doubles(2000, -3, 3)))
            .toArray();
    int n = position.length;
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(n));
    List<Output> outputs =
        List.of(
            new Output(Functions.log1pExp(x), 0, 0),
            new Output(Functions.invLogit(x), 0, n),
            new Output(Functions.invLogit(x.negate()), 0, 2 * n),
            new Output(Functions.exp(x), 0, 3 * n));
    TapeSource tape = Programs.layOut(graph, outputs, Loops.plain());
    double[] expected = FourWaysTest.run(tape, position, 4 * n);
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      double[] found = FourWaysTest.run(new CompilerBackend().compile(tape, mode), position, 4 * n);
      assertThat(found).as(mode.toString()).containsExactly(expected);
    }
  }
}
