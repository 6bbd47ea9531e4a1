package planish.autodiff.rewrite.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.solveLowerTransposed;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.RewriteLog;

class KnownInversesTest {
  private final Graph graph = new Graph();
  private final RewriteLog log = new RewriteLog();

  private Expr matrix(int n, double last) {
    double[] l = normals(1, n * n, 0, 0.3);
    for (int i = 0; i < n; i++) {
      l[i * n + i] = i == n - 1 ? last : 1.5;
    }
    return graph.data("L", l, Shape.of(n, n));
  }

  private Expr x(int... shape) {
    return graph.input(InputKind.POSITION, "x", 0, Shape.of(shape));
  }

  private Expr rewritten(Expr value) {
    return new KnownInverses().apply(graph, List.of(value), log).getFirst();
  }

  /** Value and gradient. */
  private double[] run(Expr value, Expr input, double[] position) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(value, 0, 0));
    outputs.add(new Output(Gradient.of(value, List.of(input)).getFirst(), 0, 1));
    double[] out = new double[1 + position.length];
    Programs.compile(graph, outputs).open().run(new double[][] {position}, new double[][] {out});
    return out;
  }

  @ParameterizedTest
  @CsvSource({"1,0", "3,0", "32,0", "1,1", "3,7", "20,40"})
  void solutionsAreTheSame(int n, int vectors) {
    Expr x = vectors == 0 ? x(n) : x(n, vectors);
    Expr l = matrix(n, 1);
    Expr both = solveLower(l, x).plus(solveLowerTransposed(l, x).times(2));
    Expr value = Functions.log1p(square(both)).sum();
    Expr other = rewritten(value);
    assertThat(other).isNotEqualTo(value);
    assertThat(log.entries()).hasSize(2);
    for (int k = 0; k < 50; k++) {
      double[] position = normals(k, x.shape().size(), 0, 1);
      double[] expected = run(value, x, position);
      double[] found = run(other, x, position);
      for (int i = 0; i < found.length; i++) {
        double size = Math.max(1, Math.abs(expected[i]));
        assertThat(found[i]).isCloseTo(expected[i], within(1e-11 * size));
      }
    }
  }

  @Test
  void itIsTold() {
    rewritten(solveLower(matrix(3, 1), x(3, 7)).sum());
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .containsExactly(
            "a linear system of 3 equations, for 7 vectors, became a product with the matrix's"
                + " inverse, computed once");
  }

  private void assertStays(Expr value) {
    assertThat(rewritten(value)).isEqualTo(value);
    assertThat(log.entries()).isEmpty();
  }

  @Test
  void anIllConditionedMatrixStays() {
    assertStays(solveLower(matrix(3, 1e-6), x(3)).sum());
  }

  @Test
  void aSingularMatrixStays() {
    assertStays(solveLower(matrix(3, 0), x(3)).sum());
  }

  @Test
  void aMatrixThatIsNotFiniteStays() {
    assertStays(solveLower(matrix(3, Double.POSITIVE_INFINITY), x(3)).sum());
  }

  @Test
  void aMatrixOfParametersStays() {
    assertStays(solveLower(x(3, 3), Expr.vector(1, 2, 3)).sum());
  }

  @Test
  void aLongVectorStays() {
    assertStays(solveLower(matrix(33, 1), x(33)).sum());
  }
}
