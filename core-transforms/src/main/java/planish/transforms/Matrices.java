package planish.transforms;

import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/** What sets of square matrices have in common: conditions of the batch shape. */
final class Matrices {
  private static final Expr ONE = Expr.of(1);
  private static final Expr ZERO = Expr.of(0);

  private Matrices() {}

  private static int size(Expr matrices) {
    return Sets.checkSquare(matrices.shape(), "a matrix of this set");
  }

  static Expr symmetric(Expr matrices) {
    int n = size(matrices);
    int[] transposed = IntStream.range(0, n * n).map(k -> k % n * n + k / n).toArray();
    Expr mirrored = Events.arrange(matrices, 2, transposed, Shape.of(n, n));
    return Sets.all(Sets.near(matrices, mirrored), 2);
  }

  static Expr unitDiagonal(Expr matrices) {
    Expr near = Sets.near(matrices, ONE);
    return Sets.all(select(Triangle.unit(size(matrices)), near, ONE), 2);
  }

  /** Zeros above the diagonal, positive numbers on it, finite ones below. */
  static Expr factor(Expr matrices) {
    int n = size(matrices);
    double[] above = new double[n * n];
    for (int k = 0; k < n * n; k++) {
      above[k] = k % n > k / n ? 1 : 0;
    }
    Expr diagonal = select(Triangle.unit(n), less(ZERO, matrices), ONE);
    Expr triangle = select(Expr.of(above, Shape.of(n, n)), equal(matrices, ZERO), diagonal);
    return Sets.all(Sets.both(triangle, Sets.finite(matrices)), 2);
  }

  static Expr unitRows(Expr matrices) {
    return Sets.all(Sets.near(sumLast(square(matrices), 1), ONE), 1);
  }
}
