package planish.distributions.family;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logGamma;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.stack;
import static planish.autodiff.graph.Functions.sumLast;

import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.RandomFunction;
import planish.distributions.Distribution;
import planish.spi.UserException;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * {@code lkj-corr(eta)} and {@code lkj-corr-cholesky(eta)} (Stan Functions Reference, "Correlation
 * matrix distributions"): D. Lewandowski, D. Kurowicka and H. Joe, "Generating random correlation
 * matrices based on vines and extended onion method", Journal of Multivariate Analysis 100, 2009,
 * section 3.2. Row k (from 0) of the factor is a point w of the k-dimensional ball with density ∝
 * (1 − |w|²)^(β_k − 1), β_k = η + (d − 1 − k) / 2, followed by √(1 − |w|²); the constants are those
 * of the balls.
 *
 * @param dimension d, the number of rows
 * @param eta η, checked
 * @param factor whether values are Cholesky factors
 * @param batchShape a shape that eta broadcasts to
 */
public record Lkj(int dimension, Expr eta, boolean factor, Shape batchShape)
    implements Distribution {
  private static final Expr OUTSIDE = Expr.of(Double.NEGATIVE_INFINITY);

  /**
   * {@return the distribution}
   *
   * @throws UserException if the dimension is not positive or a constant eta is not
   */
  public static Lkj of(int dimension, Expr eta, boolean factor) {
    String name = name(factor);
    if (dimension < 1) {
      throw new UserException(name + ": dimension must be at least 1, but is " + dimension);
    }
    Expr checked = Argument.positive("eta").checked(name, eta);
    return new Lkj(dimension, checked, factor, eta.shape());
  }

  private static String name(boolean factor) {
    return factor ? "lkj-corr-cholesky" : "lkj-corr";
  }

  @Override
  public String name() {
    return name(factor);
  }

  @Override
  public Constraint support() {
    return factor ? Constraints.choleskyFactorCorr() : Constraints.corrMatrix();
  }

  @Override
  public Shape eventShape() {
    return Shape.of(dimension, dimension);
  }

  /** {@return the log density; outside the support nothing is factored} */
  @Override
  public Expr logProb(Expr value) {
    Expr inside = support().contains(value);
    Expr safe = select(Batches.spread(inside, 0, 2), value, identity());
    return select(inside, logProbInside(safe), OUTSIDE);
  }

  @Override
  public Expr logProbInside(Expr value) {
    Expr factors = factor ? value : factored(value);
    Expr diagonals = sumLast(select(identity(), factors, Expr.of(0)), 1);
    Expr power = Batches.spread(eta.minus(1).times(2), 0, 1).plus(jacobian());
    Expr density = sumLast(log(diagonals).times(power), 1).minus(constant());
    return broadcast(density, Shape.broadcast(batchShape, density.shape()));
  }

  /** The factor of each matrix. */
  private Expr factored(Expr value) {
    int count = value.shape().size() / (dimension * dimension);
    String called = name() + ": the correlation matrix";
    Expr matrices = value.reshape(count, dimension, dimension);
    List<Expr> each =
        IntStream.range(0, count).mapToObj(i -> cholesky(matrices.get(i), called)).toList();
    return stack(each).reshape(value.shape().lengths());
  }

  /** What the density of the factor has more than that of the matrix: d − 1 − k; 0 in row 0. */
  private Expr jacobian() {
    double[] rows = new double[dimension];
    for (int k = 1; k < dimension; k++) {
      rows[k] = factor ? dimension - 1 - k : 0;
    }
    return Expr.vector(rows);
  }

  /** The logarithm of the product of the balls' integrals: π^(k/2) Γ(β_k) / Γ(β_k + k/2). */
  private Expr constant() {
    double[] halves = new double[dimension - 1];
    double[] shifts = new double[dimension - 1];
    double logPi = 0;
    for (int k = 1; k < dimension; k++) {
      shifts[k - 1] = (dimension - 1 - k) / 2.0;
      halves[k - 1] = k / 2.0;
      logPi += k / 2.0 * Special.LOG_PI;
    }
    Expr beta = Batches.spread(eta, 0, 1).plus(Expr.vector(shifts));
    Expr gammas = logGamma(beta).minus(logGamma(beta.plus(Expr.vector(halves))));
    return sumLast(gammas, 1).plus(logPi);
  }

  private Expr identity() {
    double[] unit = new double[dimension * dimension];
    for (int k = 0; k < dimension; k++) {
      unit[k * (dimension + 1)] = 1;
    }
    return Expr.of(unit, eventShape());
  }

  @Override
  public List<Expr> arguments() {
    return List.of(eta);
  }

  @Override
  public Distribution expand(Shape batch) {
    Batches.checkExpands(name(), batchShape, batch);
    return new Lkj(dimension, eta, factor, batch);
  }

  @Override
  public RandomFunction variate() {
    return new LkjVariate(dimension, factor, Repeat.indices(eta.shape(), batchShape));
  }
}
