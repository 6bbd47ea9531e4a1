package planish.transforms;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * The lower triangle row by row, with the logarithms of the diagonal (Stan Reference Manual 2.36,
 * 2025, "Cholesky factors of covariance matrices").
 *
 * <p>The log-Jacobian is the sum of the logarithms of the diagonal. The inverse is NaN for what is
 * not lower triangular with a positive diagonal.
 */
public record CholeskyFactorTransform() implements Transform {
  @Override
  public String name() {
    return "cholesky";
  }

  @Override
  public int eventRank() {
    return 2;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    int size = Sets.checkSquare(constrained, "a Cholesky factor of a covariance matrix");
    return constrained.dropLast(2).then(Shape.of(size * (size + 1) / 2));
  }

  /** {@return the triangle that these coordinates fill} */
  static Triangle triangle(Expr unconstrained) {
    return Triangle.full(Triangle.sizeOfFull(unconstrained.shape().length(-1)));
  }

  private static Expr onDiagonal(Triangle triangle) {
    return triangle.halves((row, column) -> row == column ? 2 : 0);
  }

  @Override
  public Expr forward(Expr unconstrained) {
    Triangle triangle = triangle(unconstrained);
    return triangle.place(select(onDiagonal(triangle), exp(unconstrained), unconstrained));
  }

  @Override
  public Expr inverse(Expr constrained) {
    Triangle triangle = Triangle.full(constrained.shape().length(-1));
    Expr elements = triangle.read(constrained);
    Expr coordinates = select(onDiagonal(triangle), log(elements), elements);
    return Sets.inside(new CovarianceCholesky(), constrained, coordinates);
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    Expr diagonal = onDiagonal(triangle(unconstrained));
    return sumLast(select(diagonal, unconstrained, Expr.of(0)), 1);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new CovarianceCholesky()) : Optional.empty();
  }
}
