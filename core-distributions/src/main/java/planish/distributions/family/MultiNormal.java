package planish.distributions.family;

import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.distributions.Pushforward;
import planish.spi.UserException;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code multi-normal(mu, Sigma)} by the covariance, and {@code multi-normal-prec(mu, Omega)} by
 * its inverse (Stan Functions Reference, "Multivariate normal distribution"; "…, precision
 * parameterization"). With the precision's factor Ω = L Lᵀ the log density is −|Lᵀ(x − μ)|² / 2 + Σ
 * log L_ii − n log(2π) / 2; that by the covariance is {@link MultiNormalCholesky}'s.
 *
 * @param mu the mean, {@code [..., n]}
 * @param matrix the covariance or precision, {@code [n, n]}; its symmetric part is taken
 * @param precision whether it is the precision
 * @param batchShape a shape that the axes of mu before the last broadcast to
 */
public record MultiNormal(Expr mu, Expr matrix, boolean precision, Shape batchShape)
    implements Distribution {
  /**
   * {@return the distribution of the batch that the mean has}
   *
   * @throws UserException if the shapes do not fit; whether a constant matrix is positive definite
   *     is looked at where it is factored, so that a model's site can be told
   */
  public static MultiNormal of(Expr mu, Expr matrix, boolean precision) {
    String name = name(precision);
    Shape square = matrix.shape();
    if (mu.shape().isScalar()
        || square.rank() != 2
        || square.length(0) != square.length(1)
        || square.length(0) != mu.shape().length(-1)) {
      throw new UserException(
          "%s: expected a mean of shape [..., n] and a matrix of shape [n, n], but got %s and %s"
              .formatted(name, mu.shape(), square));
    }
    return new MultiNormal(mu, matrix, precision, mu.shape().dropLast(1));
  }

  /** The matrix's Cholesky factor. */
  private Expr factor() {
    String called = name() + ": the " + (precision ? "precision" : "covariance") + " matrix";
    try {
      return cholesky(matrix, called);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  private static String name(boolean precision) {
    return precision ? "multi-normal-prec" : "multi-normal";
  }

  @Override
  public String name() {
    return name(precision);
  }

  @Override
  public Constraint support() {
    return Constraints.realVector();
  }

  @Override
  public Shape eventShape() {
    return mu.shape().last(1);
  }

  @Override
  public Expr logProb(Expr value) {
    Expr inside = support().contains(value);
    return select(inside, logProbInside(value), Expr.of(Double.NEGATIVE_INFINITY));
  }

  @Override
  public Expr logProbInside(Expr value) {
    return precision
        ? byPrecision(value)
        : new MultiNormalCholesky(mu, factor(), batchShape).logProbInside(value);
  }

  private Expr byPrecision(Expr value) {
    Expr factor = factor();
    Expr centred = value.minus(mu);
    int n = eventShape().length(0);
    Shape batch = centred.shape().dropLast(1);
    Expr distance =
        batch.isScalar()
            ? sum(square(product(centred, factor)))
            : distances(reshape(centred, Shape.of(batch.size(), n)), batch);
    Expr constant =
        Expr.of(n * Special.HALF_LOG_TWO_PI).minus(sum(log(Functions.diagonal(factor))));
    Expr density = distance.times(-0.5).minus(constant);
    return Functions.broadcast(density, Shape.broadcast(batch, batchShape));
  }

  private Expr distances(Expr rows, Shape batch) {
    return reshape(sumLast(square(product(rows, factor())), 1), batch);
  }

  @Override
  public List<Expr> arguments() {
    return List.of(mu, matrix);
  }

  @Override
  public Distribution expand(Shape batch) {
    Batches.checkExpands(name(), batchShape, batch);
    return new MultiNormal(mu, matrix, precision, batch);
  }

  @Override
  public Optional<Pushforward> pushforward() {
    return Optional.of(
        precision
            ? new PrecisionPushforward(mu, factor(), batchShape)
            : new CholeskyPushforward(mu, factor(), batchShape));
  }

  /**
   * {@inheritDoc}
   *
   * @throws UserException if a constant matrix is not positive definite
   */
  @Override
  public RandomFunction variate() {
    if (matrix.known()) {
      factor();
    }
    int n = eventShape().length(0);
    return new MultiNormalVariate(
        n, precision, Repeat.indices(mu.shape(), batchShape.then(eventShape())));
  }
}
