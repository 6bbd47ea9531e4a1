package planish.transforms;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ExternalFunction;
import planish.autodiff.graph.Functions;

/** Whether the symmetric part of each matrix is positive definite: 1 or 0, 0 for NaN. */
final class PositiveDefinite implements ExternalFunction {
  private static final PositiveDefinite FUNCTION = new PositiveDefinite();

  private PositiveDefinite() {}

  static Expr of(Expr matrices) {
    return Functions.external(FUNCTION, matrices);
  }

  @Override
  public String name() {
    return "positive_definite";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.getFirst().dropLast(2);
  }

  @Override
  public void evaluate(double[][] operands, double[] out) {
    int elements = out.length == 0 ? 0 : operands[0].length / out.length;
    int size = (int) Math.round(Math.sqrt(elements));
    for (int k = 0; k < out.length; k++) {
      double[] matrix = Arrays.copyOfRange(operands[0], k * elements, (k + 1) * elements);
      out[k] = firstBadPivot(matrix, size) < 0 ? 1 : 0;
    }
  }

  /**
   * {@return the row of the first pivot that is not positive, which then stands on the diagonal; −1
   * where all are}
   *
   * <p>Cholesky's decomposition, column by column, in the lower triangle.
   */
  static int firstBadPivot(double[] a, int n) {
    for (int j = 0; j < n; j++) {
      double pivot = a[j * n + j];
      for (int k = 0; k < j; k++) {
        pivot -= a[j * n + k] * a[j * n + k];
      }
      if (!(pivot > 0)) {
        a[j * n + j] = pivot;
        return j;
      }
      double root = Math.sqrt(pivot);
      for (int i = j + 1; i < n; i++) {
        double sum = 0.5 * (a[i * n + j] + a[j * n + i]);
        for (int k = 0; k < j; k++) {
          sum -= a[i * n + k] * a[j * n + k];
        }
        a[i * n + j] = sum / root;
      }
    }
    return -1;
  }

  @Override
  public List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint) {
    return Arrays.asList((Expr) null);
  }
}
