package planish.transforms;

import static planish.autodiff.graph.Functions.abs;
import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.diagonal;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.transpose;

import java.util.Optional;
import java.util.function.UnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * x = location + L u for vectors: what makes standard normals multivariate normal with covariance L
 * Lᵀ; NumPyro's {@code LowerCholeskyAffine}. The log-Jacobian is Σ log |Lᵢᵢ|. Every vector of
 * finite numbers has coordinates.
 *
 * @param location broadcasts to the vectors
 * @param factor L, of shape {@code [n, n]}, lower triangular without zeros on its diagonal
 */
public record CholeskyAffineTransform(Expr location, Expr factor) implements Transform {
  /**
   * Checks the shape of the factor.
   *
   * @throws IllegalArgumentException if it is not one square matrix
   */
  public CholeskyAffineTransform {
    Sets.checkSquare(factor.shape(), "the factor of an affine transform");
    if (factor.shape().rank() != 2) {
      throw new IllegalArgumentException(
          "the factor of an affine transform is one matrix, but the shape is " + factor.shape());
    }
  }

  @Override
  public String name() {
    return "cholesky-affine";
  }

  @Override
  public int eventRank() {
    return 1;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    Sets.checkVector(constrained, "a vector of an affine transform", 1);
    return constrained;
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return location.plus(
        unconstrained.shape().rank() == 1
            ? product(factor, unconstrained)
            : rows(unconstrained, rows -> product(rows, transpose(factor))));
  }

  @Override
  public Expr inverse(Expr constrained) {
    Expr centred = constrained.minus(location);
    return centred.shape().rank() == 1
        ? solveLower(factor, centred)
        : rows(centred, rows -> transpose(solveLower(factor, transpose(rows))));
  }

  private static Expr rows(Expr x, UnaryOperator<Expr> function) {
    int length = x.shape().length(-1);
    Shape matrix = Shape.of(x.shape().dropLast(1).size(), length);
    return reshape(function.apply(reshape(x, matrix)), x.shape());
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    return broadcast(log(abs(diagonal(factor))).sum(), unconstrained.shape().dropLast(1));
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new Real(1)) : Optional.empty();
  }
}
