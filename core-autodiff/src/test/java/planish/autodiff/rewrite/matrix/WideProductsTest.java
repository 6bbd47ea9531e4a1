package planish.autodiff.rewrite.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.RewriteLog;

class WideProductsTest {
  private final Graph graph = new Graph();
  private final RewriteLog log = new RewriteLog();

  private Expr data(int rows, int columns) {
    return graph.data("x", new double[rows * columns], Shape.of(rows, columns));
  }

  private Expr vector(int length) {
    return graph.input(InputKind.POSITION, "b", 0, Shape.of(length));
  }

  private Expr rewritten(Expr value) {
    return new WideProducts().apply(graph, List.of(value), log).getFirst();
  }

  /** What the model states is read as it stands, without a transposed copy. */
  @Test
  void bothProductsGoAlongTheRows() {
    Expr x = data(2, 3);
    assertThat(rewritten(Functions.product(x, vector(3))))
        .isEqualTo(graph.apply(new MatrixVector(), List.of(x, vector(3))));
    Expr product = graph.apply(new MatrixVector(), List.of(Functions.transpose(x), vector(2)));
    assertThat(rewritten(product))
        .isEqualTo(graph.apply(new VectorMatrix(), List.of(vector(2), x)));
  }

  @Test
  void itIsTold() {
    rewritten(Functions.product(data(2, 3), vector(3)));
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .containsExactly("a matrix of 2 x 3 is read along its rows");
  }

  @Test
  void tallSquareAndLargeMatricesStay() {
    for (int[] shape : new int[][] {{3, 2}, {3, 3}, {100, 5000}}) {
      Expr product = Functions.product(data(shape[0], shape[1]), vector(shape[1]));
      assertThat(rewritten(product)).isEqualTo(product);
    }
    assertThat(log.entries()).isEmpty();
  }
}
