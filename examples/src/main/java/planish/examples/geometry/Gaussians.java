package planish.examples.geometry;

import static planish.distributions.Distributions.multiNormalCholesky;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.distributions.Distribution;
import planish.model.DataSet;
import planish.model.ModelContext;
import planish.spi.UserException;

/** Gaussians with mean 0, and what models without data have in common. */
final class Gaussians {
  private Gaussians() {}

  /**
   * {@return the Gaussian with mean 0}
   *
   * @param factor the Cholesky factor of its covariance, n × n in row-major order
   */
  static Distribution centred(ModelContext m, String name, double[] factor, int n) {
    Expr mean = Functions.broadcast(Expr.of(0), Shape.of(n));
    return multiNormalCholesky(mean, m.data(name, factor, Shape.of(n, n)));
  }

  /** {@return the Cholesky factor of the covariance matrix of two numbers} */
  static double[] pairFactor(double variance1, double covariance, double variance2) {
    double first = Math.sqrt(variance1);
    double slope = covariance / first;
    return new double[] {first, 0, slope, Math.sqrt(variance2 - slope * slope)};
  }

  /** {@return the Cholesky factor of n variances of 1 with the same correlation between all} */
  static double[] equalFactor(int n, double correlation) {
    double[] factor = new double[n * n];
    for (int j = 0; j < n; j++) {
      double squares = 0;
      for (int k = 0; k < j; k++) {
        // All rows below j have the same entries in the columns before j.
        squares += factor[j * n + k] * factor[j * n + k];
      }
      double diagonal = Math.sqrt(1 - squares);
      factor[j * n + j] = diagonal;
      for (int i = j + 1; i < n; i++) {
        factor[i * n + j] = (correlation - squares) / diagonal;
      }
    }
    return factor;
  }

  static void checkNoData(String model, Optional<DataSet> data) {
    if (data.isPresent()) {
      throw new UserException("model '" + model + "' brings its own data; leave --data out");
    }
  }
}
