package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.*;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ExternalFunction;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Place;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.Status;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/** An evaluation that fails ends as the interpreted one does, and the next is not touched. */
class FailuresTest {
  /** A test in each mode that compiles at once. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      value = CompilerMode.class,
      names = {"PLAIN", "VECTOR"})
  private @interface EachMode {}

  private final Graph graph = new Graph();

  private void fails(CompilerMode mode, Expr value, double[] good, double[] bad) {
    TapeSource tape = Programs.layOut(graph, List.of(new Output(value, 0, 0)), Loops.plain());
    Program reference = tape.open();
    Program program = new CompilerBackend().compile(tape, mode).open();
    double[][] expected = {new double[value.shape().size()]};
    double[][] found = {new double[value.shape().size()]};
    for (int k = 0; k < 2; k++) {
      Status told = reference.run(new double[][] {bad}, expected);
      assertThat(told.isFine()).isFalse();
      assertThat(program.run(new double[][] {bad}, found)).isEqualTo(told);
      reference.run(new double[][] {good}, expected);
      assertThat(program.run(new double[][] {good}, found)).isSameAs(Status.FINE);
      assertThat(found[0]).containsExactly(expected[0]);
    }
  }

  private Expr input(int n) {
    return graph.input(InputKind.POSITION, "x", 0, Shape.of(n));
  }

  @EachMode
  void shortChecks(CompilerMode mode) {
    Expr x = input(2);
    graph.enter(new Place("tau", "Schools.java:17"));
    Expr value = sum(checked(log(x), less(Expr.of(0), x), x, "scale must be positive"));
    fails(mode, value, new double[] {1, 2}, new double[] {1, -3});
    fails(mode, value, new double[] {1, 2}, new double[] {Double.NaN, 3});
  }

  @EachMode
  void longChecks(CompilerMode mode) {
    Expr x = input(37);
    Expr value = sum(guarded(sqrt(x), lessOrEqual(Expr.of(0), x), x, "x must not be negative"));
    double[] good = new double[37];
    for (int k : new int[] {0, 5, 31, 36}) {
      double[] bad = new double[37];
      bad[k] = -k - 1;
      fails(mode, value, good, bad);
    }
  }

  @EachMode
  void theFirstOfTwoChecksIsTold(CompilerMode mode) {
    Expr x = input(40);
    Expr all = sum(checked(x, less(x, Expr.of(2)), x, "first"));
    Expr value = checked(all, less(x.get(0), Expr.of(1)), x.get(0), "second");
    double[] bad = new double[40];
    bad[0] = 5;
    fails(mode, value, new double[40], bad);
  }

  @EachMode
  void matricesThatAreNotPositiveDefinite(CompilerMode mode) {
    Expr value = sum(cholesky(input(4).reshape(2, 2)));
    double[] good = {4, 1, 1, 4};
    fails(mode, value, good, new double[] {4, 2, 2, 0.5});
    for (int k = 0; k < good.length; k++) {
      double[] bad = good.clone();
      bad[k] = Double.NaN;
      fails(mode, value, good, bad);
    }
  }

  /** A condition that is no comparison may be NaN, which does not hold. */
  @EachMode
  void conditionsThatAreNoNumber(CompilerMode mode) {
    for (int n : new int[] {3, 37}) {
      Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(n));
      double[] good = new double[n];
      java.util.Arrays.fill(good, 2);
      double[] bad = good.clone();
      bad[n - 1] = Double.NaN;
      fails(mode, sum(checked(square(x), x, x, "must be something")), good, bad);
      Expr chosen = select(x, Expr.of(1), Expr.of(-1));
      TapeSource tape = Programs.layOut(graph, List.of(new Output(chosen, 0, 0)), Loops.plain());
      double[] found = FourWaysTest.run(new CompilerBackend().compile(tape, mode), bad, n);
      assertThat(found).endsWith(1, -1).containsExactly(FourWaysTest.run(tape, bad, n));
    }
  }

  /** Code that others bring is not called with what a check refuses. */
  @EachMode
  void othersDoNotSeeWhatIsRefused(CompilerMode mode) {
    for (int n : new int[] {3, 37}) {
      Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(n));
      Expr checked = checked(exp(x), less(x, Expr.of(5)), x, "too large");
      double[] bad = new double[n];
      bad[n - 1] = 6;
      fails(mode, external(Timid.TIMID, x).plus(sum(checked)), new double[n], bad);
    }
  }

  /** A sum that bears no large numbers. */
  private enum Timid implements ExternalFunction {
    TIMID;

    @Override
    public Shape shape(List<Shape> operands) {
      return Shape.scalar();
    }

    @Override
    public void evaluate(double[][] operands, double[] out) {
      out[0] = 0;
      for (double x : operands[0]) {
        assertThat(x).isLessThan(5);
        out[0] += x;
      }
    }

    @Override
    public List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint) {
      return List.of(adjoint);
    }
  }
}
