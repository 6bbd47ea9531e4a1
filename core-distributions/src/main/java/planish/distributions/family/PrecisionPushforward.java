package planish.distributions.family;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.solveLowerTransposed;
import static planish.autodiff.graph.Functions.transpose;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.Pushforward;

/**
 * Normal vectors with the precision L Lᵀ as μ + L⁻ᵀ z with independent standard normal z: the
 * covariance of L⁻ᵀ z is L⁻ᵀ L⁻¹.
 *
 * @param mu the mean, {@code [..., n]}
 * @param factor L, {@code [n, n]}, with zeros above its diagonal
 * @param batchShape a shape that the axes of mu before the last broadcast to
 */
record PrecisionPushforward(Expr mu, Expr factor, Shape batchShape) implements Pushforward {
  @Override
  public Distribution base() {
    return new CholeskyPushforward(mu, factor, batchShape).base();
  }

  /** One solve for all vectors: they are the columns of the right-hand side. */
  @Override
  public Expr forward(Expr z) {
    Expr moved =
        z.shape().rank() == 1
            ? solveLowerTransposed(factor, z)
            : reshape(
                transpose(solveLowerTransposed(factor, transpose(CholeskyPushforward.rows(z)))),
                z.shape());
    return mu.plus(moved);
  }

  @Override
  public Expr inverse(Expr value) {
    Shape all = Shape.broadcast(mu.shape(), value.shape());
    Expr centred = broadcast(value.minus(mu), all);
    return all.rank() == 1
        ? product(centred, factor)
        : reshape(product(CholeskyPushforward.rows(centred), factor), all);
  }
}
