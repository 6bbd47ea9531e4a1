package planish.distributions.family;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.logGamma;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code dirichlet(alpha)} (Stan Functions Reference, "Dirichlet distribution"): a density over the
 * first K − 1 elements of a simplex.
 *
 * @param alpha the concentrations, {@code [..., K]}, checked
 * @param batchShape a shape that the axes of alpha before the last broadcast to
 */
public record Dirichlet(Expr alpha, Shape batchShape) implements Distribution {
  private static final String NAME = "dirichlet";
  private static final Expr OUTSIDE = Expr.of(Double.NEGATIVE_INFINITY);

  /**
   * {@return the distribution with these concentrations}
   *
   * @throws planish.spi.UserException if they are constants that are not positive
   */
  public static Dirichlet of(Expr alpha) {
    Batches.checkVectors(NAME, "alpha", alpha);
    Expr checked = Argument.positive("alpha").checked(NAME, alpha);
    return new Dirichlet(checked, alpha.shape().dropLast(1));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Constraint support() {
    return Constraints.simplex();
  }

  @Override
  public Shape eventShape() {
    return alpha.shape().last(1);
  }

  @Override
  public Expr logProb(Expr value) {
    return select(support().contains(value), logProbInside(value), OUTSIDE);
  }

  @Override
  public Expr logProbInside(Expr value) {
    Expr powers = sumLast(Special.timesLog(alpha.minus(1), value), 1);
    Expr constant = logGamma(sumLast(alpha, 1)).minus(sumLast(logGamma(alpha), 1));
    Expr density = powers.plus(constant);
    return broadcast(density, Shape.broadcast(batchShape, density.shape()));
  }

  @Override
  public List<Expr> arguments() {
    return List.of(alpha);
  }

  @Override
  public Distribution expand(Shape batch) {
    Batches.checkExpands(NAME, batchShape, batch);
    return new Dirichlet(alpha, batch);
  }

  /** {@return draws by gamma variables, through their logarithms: small ones underflow together} */
  @Override
  public RandomFunction variate() {
    int count = alpha.shape().length(-1);
    int[] sources = Repeat.indices(alpha.shape(), batchShape.then(Shape.of(count)));
    return (random, arguments, out) -> {
      double[] logs = new double[count];
      for (int first = 0; first < out.length; first += count) {
        for (int k = 0; k < count; k++) {
          logs[k] = GammaDraws.logarithm(random, arguments[0][sources[first + k]]);
        }
        System.arraycopy(Weights.probabilities(logs), 0, out, first, count);
      }
    };
  }
}
