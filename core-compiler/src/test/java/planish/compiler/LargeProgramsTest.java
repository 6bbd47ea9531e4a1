package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.*;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
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
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/** Programs of many methods and classes, and many programs. */
class LargeProgramsTest {
  private final Graph graph = new Graph();

  private void sameBits(Expr x, Expr value) {
    Expr gradient = Gradient.of(value, List.of(x)).getFirst();
    TapeSource tape =
        Programs.layOut(
            graph, List.of(new Output(value, 0, 0), new Output(gradient, 0, 1)), Loops.plain());
    double[] position = new Random(1).doubles(x.shape().size(), -1, 1).toArray();
    int size = 1 + x.shape().size();
    double[] expected = FourWaysTest.run(tape, position, size);
    for (CompilerMode mode : new CompilerMode[] {CompilerMode.PLAIN, CompilerMode.VECTOR}) {
      Program.Source compiled = new CompilerBackend().compile(tape, mode);
      assertThat(FourWaysTest.run(compiled, position, size))
          .as(mode.toString())
          .containsExactly(expected);
    }
  }

  /** Scalar statements as a loop in a model leaves them. */
  private void statements(int count) {
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(50));
    Expr y = graph.data("y", new Random(3).doubles(count).toArray(), Shape.of(count));
    Expr total = Expr.of(0);
    for (int k = 0; k < count; k++) {
      Expr r = y.get(k).minus(x.get(k % 50)).dividedBy(exp(x.get((k / 50) % 50)));
      total = total.plus(square(r).times(-0.5));
    }
    sameBits(x, total);
  }

  /** So long that matrices are read in blocks of rows, the last of which is short. */
  @Test
  void blocksOfRows() {
    int n = 20_011;
    Random random = new Random(2);
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(26));
    Expr design = graph.data("X", random.doubles(5L * n, -1, 1).toArray(), Shape.of(n, 5));
    Expr effects = gather(x.slice(6, 26), random.ints(n, 0, 20).toArray());
    Expr eta = product(design, x.slice(0, 5)).plus(effects);
    Expr half = product(design, x.slice(1, 6));
    Expr y = graph.data("y", random.doubles(n).toArray(), Shape.of(n));
    sameBits(x, dot(y, eta).minus(sum(log1pExp(eta))).minus(sum(square(half.times(eta)))));
  }

  @Test
  void aGradientOfHundredsOfMethods() {
    statements(10_000);
  }

  @Test
  @Tag("long")
  void aHundredThousandStatements() {
    statements(100_000);
  }

  @Test
  @Tag("long")
  void aMillionOperationsInAChain() {
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(1));
    Expr y = x.get(0);
    for (int k = 0; k < 1_000_000; k++) {
      y = k % 2 == 0 ? y.plus(1e-6) : sin(y);
    }
    sameBits(x, y);
  }

  /** Classes are unloaded with their programs: class loading counts are the JVM's own. */
  @Test
  @Tag("long")
  void tenThousandProgramsComeAndGo() throws Exception {
    Object loading =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getClassLoadingMXBean")
            .invoke(null);
    var count =
        Class.forName("java.lang.management.ClassLoadingMXBean").getMethod("getLoadedClassCount");
    int most = 0;
    int before = (int) count.invoke(loading);
    for (int k = 0; k < 10_000; k++) {
      Graph one = new Graph();
      Expr x = one.input(InputKind.POSITION, "x", 0, Shape.of(3));
      Expr value = sum(exp(x.times(k)));
      TapeSource tape = Programs.layOut(one, List.of(new Output(value, 0, 0)), Loops.plain());
      FourWaysTest.run(
          new CompilerBackend().compile(tape, CompilerMode.PLAIN), new double[] {0, 0, 0}, 1);
      if (k % 1000 == 999) {
        System.gc();
        most = Math.max(most, (int) count.invoke(loading) - before);
      }
    }
    assertThat(most).isLessThan(3000);
  }
}
