package planish.distributions.family;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.diagonal;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.sumLast;
import static planish.autodiff.graph.Functions.transpose;

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
 * {@code multi-normal-cholesky(mu, L)} (Stan Functions Reference, "Multivariate normal
 * distribution, Cholesky parameterization"): with z the solution of L z = x − μ, the log density is
 * −zᵀz / 2 − Σ log L_ii − n log(2π) / 2. One solve for the whole batch.
 *
 * @param mu the mean, {@code [..., n]}
 * @param factor L, {@code [n, n]}, its diagonal checked
 * @param batchShape a shape that the axes of mu before the last broadcast to
 */
public record MultiNormalCholesky(Expr mu, Expr factor, Shape batchShape) implements Distribution {
  private static final String NAME = "multi-normal-cholesky";

  /**
   * The distribution of the batch that the mean has.
   *
   * @throws UserException if the shapes do not fit or a constant diagonal is not positive
   */
  public MultiNormalCholesky(Expr mu, Expr factor) {
    this(mu, checked(mu, factor), mu.shape().dropLast(1));
  }

  private static Expr checked(Expr mu, Expr factor) {
    Shape square = factor.shape();
    if (mu.shape().isScalar()
        || square.rank() != 2
        || square.length(0) != square.length(1)
        || square.length(0) != mu.shape().length(-1)) {
      throw new UserException(
          NAME
              + ": expected a mean of shape [..., n] and a Cholesky factor of shape [n, n], but got "
              + mu.shape()
              + " and "
              + square);
    }
    Expr diagonal = diagonal(factor);
    Expr positive = less(Expr.of(0), diagonal);
    String message = NAME + ": the Cholesky factor's diagonal must be positive, but has";
    try {
      return Functions.checked(factor, positive, diagonal, message);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return NAME;
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
  public List<Expr> arguments() {
    return List.of(mu, factor);
  }

  @Override
  public Expr logProb(Expr value) {
    Expr inside = support().contains(value);
    return select(inside, logProbInside(value), Expr.of(Double.NEGATIVE_INFINITY));
  }

  @Override
  public Expr logProbInside(Expr value) {
    Expr centred = value.minus(mu);
    int n = eventShape().length(0);
    Shape batch = centred.shape().dropLast(1);
    Expr distance =
        batch.isScalar()
            ? sum(square(solveLower(factor, centred)))
            : reshape(distances(reshape(centred, Shape.of(batch.size(), n))), batch);
    Expr constant = sum(log(diagonal(factor))).plus(n * Special.HALF_LOG_TWO_PI);
    Expr density = distance.times(-0.5).minus(constant);
    return broadcast(density, Shape.broadcast(batch, batchShape));
  }

  /** One solve for all rows: they are the columns of the right-hand side. */
  private Expr distances(Expr rows) {
    Expr z = solveLower(factor, transpose(rows));
    return sumLast(transpose(square(z)), 1);
  }

  @Override
  public Distribution expand(Shape batch) {
    Batches.checkExpands(NAME, batchShape, batch);
    return new MultiNormalCholesky(mu, factor, batch);
  }

  @Override
  public Optional<Pushforward> pushforward() {
    return Optional.of(new CholeskyPushforward(mu, factor, batchShape));
  }

  @Override
  public RandomFunction variate() {
    int n = eventShape().length(0);
    int[] means = Repeat.indices(mu.shape(), batchShape.then(eventShape()));
    return (random, arguments, out) -> {
      double[] z = new double[n];
      for (int first = 0; first < out.length; first += n) {
        for (int i = 0; i < n; i++) {
          z[i] = random.nextGaussian();
          out[first + i] = arguments[0][means[first + i]] + rowTimes(arguments[1], i, z);
        }
      }
    };
  }

  /** Row i of L, up to its diagonal, times z. */
  private static double rowTimes(double[] factor, int i, double[] z) {
    double sum = 0;
    for (int j = 0; j <= i; j++) {
      sum += factor[i * z.length + j] * z[j];
    }
    return sum;
  }
}
