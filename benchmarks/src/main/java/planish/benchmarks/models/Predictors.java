package planish.benchmarks.models;

import java.util.Random;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.benchmarks.FloorTask;
import planish.model.ModelContext;

/**
 * Synthetic rows with their outcomes.
 *
 * @param x row after row
 * @param y one for each row
 * @param columns the number of predictors
 */
public record Predictors(double[] x, double[] y, int columns) {
  private static final long SEED = 20261122;

  /** {@return rows whose outcomes are 0 or 1, with a probability that depends on the predictors} */
  public static Predictors binary(int rows, int columns) {
    return of(
        rows, columns, (random, eta) -> random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0);
  }

  /** {@return rows whose outcomes are a linear function of the predictors plus noise} */
  public static Predictors continuous(int rows, int columns) {
    return of(rows, columns, (random, eta) -> 1 + eta + 1.5 * random.nextGaussian());
  }

  private interface Outcome {
    double draw(Random random, double eta);
  }

  private static Predictors of(int rows, int columns, Outcome outcome) {
    Random random = new Random(SEED);
    double[] beta = random.doubles(columns, -0.5, 0.5).toArray();
    double[] x = new double[rows * columns];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      double eta = 0;
      for (int j = 0; j < columns; j++) {
        x[i * columns + j] = 3.4 * random.nextDouble() - 1.7;
        eta += x[i * columns + j] * beta[j];
      }
      y[i] = outcome.draw(random, eta);
    }
    return new Predictors(x, y, columns);
  }

  int rows() {
    return y.length;
  }

  Expr matrix(ModelContext m) {
    return m.data("x", x, Shape.of(rows(), columns));
  }

  /** {@return alpha plus row i times beta, product by product} */
  Expr byElements(Expr matrix, int i, Expr alpha, Expr beta) {
    Expr eta = alpha;
    for (int j = 0; j < columns; j++) {
      eta = eta.plus(matrix.get(i, j).times(beta.get(j)));
    }
    return eta;
  }

  /** {@return alpha plus row i times beta} */
  static Expr byRow(Expr matrix, int i, Expr alpha, Expr beta) {
    return alpha.plus(Functions.dot(matrix.get(i), beta));
  }

  /** {@return a floor on these rows} */
  public FloorTask floor(String function) {
    double[] byColumn = new double[x.length];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns; j++) {
        byColumn[j * rows() + i] = x[i * columns + j];
      }
    }
    return new FloorTask(function, byColumn, y, new double[0], rows(), columns);
  }
}
