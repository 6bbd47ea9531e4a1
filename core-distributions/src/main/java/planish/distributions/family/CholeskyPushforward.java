package planish.distributions.family;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.lowerTriangle;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.transpose;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.Pushforward;

/**
 * Normal vectors as μ + L z with independent standard normal z.
 *
 * @param mu the mean, {@code [..., n]}
 * @param factor L, {@code [n, n]}; what stands above the diagonal is not read
 * @param batchShape a shape that the axes of mu before the last broadcast to
 */
record CholeskyPushforward(Expr mu, Expr factor, Shape batchShape) implements Pushforward {
  private static final Expr ZERO = Expr.of(0);
  private static final Expr ONE = Expr.of(1);

  @Override
  public Distribution base() {
    Shape all = batchShape.then(mu.shape().last(1));
    return new Independent(new NormalFamily().create(List.of(ZERO, ONE)).expand(all), 1);
  }

  @Override
  public Expr forward(Expr z) {
    Expr l = lowerTriangle(factor);
    Expr moved =
        z.shape().rank() == 1 ? product(l, z) : reshape(product(rows(z), transpose(l)), z.shape());
    return mu.plus(moved);
  }

  /** One solve for all vectors: they are the columns of the right-hand side. */
  @Override
  public Expr inverse(Expr value) {
    Shape all = Shape.broadcast(mu.shape(), value.shape());
    Expr centred = broadcast(value.minus(mu), all);
    return all.rank() == 1
        ? solveLower(factor, centred)
        : reshape(transpose(solveLower(factor, transpose(rows(centred)))), all);
  }

  static Expr rows(Expr x) {
    int n = x.shape().length(-1);
    return reshape(x, Shape.of(x.shape().dropLast(1).size(), n));
  }
}
