package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.Loops;

/** Programs of many methods and classes, and many programs. */
class LargeProgramsTest {
  private static final String CLASSES = "-XX:MaxMetaspaceSize=12m";

  private final Graph graph = new Graph();

  /** As it is, and after all rewrites. */
  private void sameBits(Expr x, Expr value) {
    double plain = sameBitsAsItIs(x, value);
    RewriteLog log = new RewriteLog();
    Expr after = Rewrites.all().apply(Rewrite.Stage.DENSITY, graph, List.of(value), log).getFirst();
    assertThat(sameBitsAsItIs(x, after)).isCloseTo(plain, within(1e-10 * Math.abs(plain)));
  }

  private double sameBitsAsItIs(Expr x, Expr value) {
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
    return expected[0];
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
  void tenThousandOperationsInAChain() {
    chain(10_000);
  }

  @Test
  @Tag("long")
  void aHundredThousandStatements() {
    statements(100_000);
  }

  @Test
  @Tag("long")
  void aMillionOperationsInAChain() {
    chain(1_000_000);
  }

  private void chain(int operations) {
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(1));
    Expr y = x.get(0);
    for (int k = 0; k < operations; k++) {
      y = k % 2 == 0 ? y.plus(1e-6) : sin(y);
    }
    sameBits(x, y);
  }

  /** Classes are unloaded with their programs: a thousand would need more than there is. */
  @Test
  void manyProgramsComeAndGo() throws Exception {
    assertThat(Fork.run(ManyPrograms.class, "1000 PLAIN", CLASSES)).isEqualTo("1000");
  }

  /** Code that is kept for the next program of the same tape goes, too, where room is needed. */
  @Test
  void manyProgramsWhoseCodeIsKeptComeAndGo() throws Exception {
    assertThat(Fork.run(ManyPrograms.class, "1000 AUTO", CLASSES)).isEqualTo("1000");
  }

  @Test
  @Tag("long")
  void tenThousandProgramsComeAndGo() throws Exception {
    assertThat(Fork.run(ManyPrograms.class, "10000 PLAIN", CLASSES)).isEqualTo("10000");
  }
}
