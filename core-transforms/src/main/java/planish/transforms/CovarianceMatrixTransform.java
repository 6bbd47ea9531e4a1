package planish.transforms;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.sumLast;
import static planish.autodiff.graph.Functions.transpose;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;

/**
 * The coordinates of the matrix's Cholesky factor, as {@link CholeskyFactorTransform} has them
 * (Stan Reference Manual 2.36, 2025, "Covariance matrices").
 *
 * <p>With rows counted from 1, the log-Jacobian with regard to the lower triangle is K log 2 + Σ (K
 * − k + 2) uₖₖ. The inverse is NaN for what is not symmetric within 1e-8, and a failed check that
 * tells the pivot where it is not positive definite.
 */
public record CovarianceMatrixTransform() implements Transform {
  private static final CholeskyFactorTransform FACTOR = new CholeskyFactorTransform();

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
    Sets.checkSquare(constrained, "a covariance matrix");
    return FACTOR.unconstrainedShape(constrained);
  }

  @Override
  public Expr forward(Expr unconstrained) {
    Expr factors = FACTOR.forward(unconstrained);
    return Events.eachMatrix(factors, factor -> product(factor, transpose(factor)));
  }

  @Override
  public Expr inverse(Expr constrained) {
    Expr factors = Events.eachMatrix(constrained, Functions::cholesky);
    return Sets.inside(new CovarianceMatrix(), constrained, FACTOR.inverse(factors));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    int size = Triangle.sizeOfFull(unconstrained.shape().length(-1));
    Expr weights =
        CholeskyFactorTransform.triangle(unconstrained)
            .halves((row, column) -> row == column ? 2 * (size - row + 1) : 0);
    return sumLast(unconstrained.times(weights), 1).plus(log(Expr.of(2)).times(size));
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new CovarianceMatrix()) : Optional.empty();
  }
}
