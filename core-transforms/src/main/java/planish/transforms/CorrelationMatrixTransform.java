package planish.transforms;

import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.sumLast;
import static planish.autodiff.graph.Functions.transpose;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;

/**
 * Hyperbolic tangents of the coordinates are the canonical partial correlations, column by column
 * below the diagonal; the matrix is its Cholesky factor times the factor's transpose (Stan
 * Reference Manual 2.36, 2025, "Correlation matrices").
 *
 * <p>With rows and columns counted from 1, the log-Jacobian with regard to the elements below the
 * diagonal is Σ (1 + ½ (K − j − 1)) log(1 − zᵢⱼ²). The inverse is NaN for what is no correlation
 * matrix within 1e-8, and a failed check that tells the pivot where it is not positive definite; as
 * z near ±1 makes it nearly singular, coordinates beyond about ±8 do not come back.
 */
public record CorrelationMatrixTransform() implements Transform {
  @Override
  public String name() {
    return "partial-correlations";
  }

  @Override
  public int eventRank() {
    return 2;
  }

  @Override
  public Shape unconstrainedShape(Shape constrained) {
    int size = Sets.checkSquare(constrained, "a correlation matrix");
    return constrained.dropLast(2).then(Shape.of(size * (size - 1) / 2));
  }

  private static int size(Expr unconstrained) {
    return Triangle.sizeOfStrict(unconstrained.shape().length(-1));
  }

  @Override
  public Expr forward(Expr unconstrained) {
    Triangle triangle = Triangle.strictByColumns(size(unconstrained));
    Expr factors = PartialCorrelations.factor(unconstrained, triangle);
    return Events.eachMatrix(factors, factor -> product(factor, transpose(factor)));
  }

  @Override
  public Expr inverse(Expr constrained) {
    Triangle triangle = Triangle.strictByColumns(constrained.shape().length(-1));
    Expr factors = Events.eachMatrix(constrained, Functions::cholesky);
    return Sets.inside(
        new CorrelationMatrix(), constrained, PartialCorrelations.coordinates(factors, triangle));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    int size = size(unconstrained);
    Triangle triangle = Triangle.strictByColumns(size);
    Expr weights = triangle.halves((row, column) -> size - column);
    return sumLast(PartialCorrelations.logRest(unconstrained).times(weights), 1);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new CorrelationMatrix()) : Optional.empty();
  }
}
