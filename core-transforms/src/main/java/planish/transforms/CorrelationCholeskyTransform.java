package planish.transforms;

import static planish.autodiff.graph.Functions.sumLast;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * Hyperbolic tangents of the coordinates are the canonical partial correlations, row by row below
 * the diagonal (Stan Reference Manual 2.36, 2025, "Cholesky factors of correlation matrices").
 *
 * <p>With rows and columns counted from 1, the log-Jacobian with regard to the elements below the
 * diagonal is Σ (1 + ½ (i − j − 1)) log(1 − zᵢⱼ²). The inverse is NaN for what is no such factor
 * within 1e-8; coordinates beyond ±350 do not come back, where squares of the diagonal are 0.
 */
public record CorrelationCholeskyTransform() implements Transform {
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
    int size = Sets.checkSquare(constrained, "a Cholesky factor of a correlation matrix");
    return constrained.dropLast(2).then(Shape.of(size * (size - 1) / 2));
  }

  private static Triangle triangle(Expr unconstrained) {
    return Triangle.strictByRows(Triangle.sizeOfStrict(unconstrained.shape().length(-1)));
  }

  @Override
  public Expr forward(Expr unconstrained) {
    return PartialCorrelations.factor(unconstrained, triangle(unconstrained));
  }

  @Override
  public Expr inverse(Expr constrained) {
    Triangle triangle = Triangle.strictByRows(constrained.shape().length(-1));
    return Sets.inside(
        new CorrelationCholesky(),
        constrained,
        PartialCorrelations.coordinates(constrained, triangle));
  }

  @Override
  public Expr logAbsDetJacobian(Expr unconstrained, Expr constrained) {
    Expr weights = triangle(unconstrained).halves((row, column) -> 1 + row - column);
    return sumLast(PartialCorrelations.logRest(unconstrained).times(weights), 1);
  }

  @Override
  public Optional<Constraint> image(Constraint domain) {
    return Sets.isReal(domain) ? Optional.of(new CorrelationCholesky()) : Optional.empty();
  }
}
