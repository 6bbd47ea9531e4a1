package planish.autodiff.graph;

import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.diagonal;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.sum;

import planish.autodiff.Shape;

/**
 * Determinants, quadratic and diagonal forms, to be imported statically. Products, factors and
 * solutions stand in {@link Functions}. Wrong shapes throw {@link IllegalArgumentException}.
 */
public final class Matrices {
  private Matrices() {}

  /**
   * {@return the logarithm of the determinant of the symmetric part of a matrix; a failed check
   * where it is not positive definite}
   */
  public static Expr logDeterminant(Expr matrix) {
    return logDeterminantOfCholesky(cholesky(matrix));
  }

  /**
   * {@return the logarithm of the determinant of L Lᵀ; NaN where an element of the diagonal is
   * negative}
   *
   * @param l lower triangular
   */
  public static Expr logDeterminantOfCholesky(Expr l) {
    return sum(log(diagonal(l))).times(2);
  }

  /** {@return xᵀ A x for a square matrix A and a vector x} */
  public static Expr quadraticForm(Expr matrix, Expr x) {
    Shapes.rank("the vector of a quadratic form", x.shape(), 1);
    return dot(x, product(matrix, x));
  }

  /**
   * {@return xᵀ (L Lᵀ)⁻¹ x for a vector x: the sum of squares of the solution of L z = x}
   *
   * @param l lower triangular
   */
  public static Expr inverseQuadraticForm(Expr l, Expr x) {
    Shapes.rank("the vector of a quadratic form", x.shape(), 1);
    Expr z = solveLower(l, x);
    return dot(z, z);
  }

  /** {@return diag(v) A: row i times v[i]} */
  public static Expr diagonalTimes(Expr v, Expr matrix) {
    forms(v, matrix, 0);
    return reshape(v, Shape.of(v.shape().size(), 1)).times(matrix);
  }

  /** {@return A diag(v): column j times v[j]} */
  public static Expr timesDiagonal(Expr matrix, Expr v) {
    forms(v, matrix, 1);
    return matrix.times(v);
  }

  private static void forms(Expr v, Expr matrix, int axis) {
    Shapes.rank("a diagonal", v.shape(), 1);
    Shapes.rank("a matrix beside a diagonal", matrix.shape(), 2);
    Shapes.inner(
        "product with a diagonal",
        v.shape(),
        matrix.shape(),
        v.shape().length(0),
        matrix.shape().length(axis));
  }
}
