package planish.benchmarks.models;

import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.model.Model;
import planish.model.ModelContext;

/** Normal linear regression, written in several ways. */
public final class Linear {
  private Linear() {}

  /** {@return a statement for each row, a product for each predictor} */
  public static Model loop(Predictors data) {
    return m -> {
      Unknown unknown = new Unknown(m, data);
      Expr x = data.matrix(m);
      Expr y = m.data("y", data.y());
      for (int i = 0; i < data.rows(); i++) {
        Expr mean = data.byElements(x, i, unknown.alpha, unknown.beta);
        m.observe("y." + i, normal(mean, unknown.sigma), y.get(i));
      }
    };
  }

  /** {@return one statement, with a matrix product} */
  public static Model vectorised(Predictors data) {
    return m -> {
      Unknown unknown = new Unknown(m, data);
      Expr mean = unknown.alpha.plus(data.matrix(m).product(unknown.beta));
      m.observe("y", normal(mean, unknown.sigma), data.y());
    };
  }

  /** {@return the log likelihood from centred sums of products that the user computed} */
  public static Model statistics(Predictors data) {
    Sums sums = Sums.of(data);
    int p = data.columns();
    return m -> {
      Unknown unknown = new Unknown(m, data);
      Expr products = m.data("sxx", sums.xx, Shape.of(p, p));
      Expr half = products.product(unknown.beta).minus(m.data("sxy", sums.xy).times(2));
      Expr within = Functions.dot(unknown.beta, half).plus(sums.yy);
      Expr slope = Functions.dot(m.data("mean_x", sums.meanX), unknown.beta);
      Expr shift = Expr.of(sums.meanY).minus(unknown.alpha).minus(slope);
      Expr squares = within.plus(Functions.square(shift).times(data.rows()));
      Expr density =
          squares
              .dividedBy(Functions.square(unknown.sigma))
              .times(-0.5)
              .minus(Functions.log(unknown.sigma).times(data.rows()))
              .minus(0.5 * Math.log(2 * Math.PI) * data.rows());
      m.factor("y", density);
    };
  }

  private static final class Unknown {
    private final Expr alpha;
    private final Expr beta;
    private final Expr sigma;

    Unknown(ModelContext m, Predictors data) {
      alpha = m.sample("alpha", normal(0, 10));
      beta = m.sample("beta", normal(0, 10), data.columns());
      sigma = m.sample("sigma", halfNormal(5));
    }
  }

  private record Sums(double[] meanX, double meanY, double[] xx, double[] xy, double yy) {
    static Sums of(Predictors data) {
      int p = data.columns();
      int n = data.rows();
      double[] meanX = new double[p];
      double meanY = 0;
      for (int i = 0; i < n; i++) {
        meanY += data.y()[i] / n;
        for (int j = 0; j < p; j++) {
          meanX[j] += data.x()[i * p + j] / n;
        }
      }
      double[] xx = new double[p * p];
      double[] xy = new double[p];
      double yy = 0;
      for (int i = 0; i < n; i++) {
        double dy = data.y()[i] - meanY;
        yy += dy * dy;
        for (int j = 0; j < p; j++) {
          double dx = data.x()[i * p + j] - meanX[j];
          xy[j] += dx * dy;
          for (int k = 0; k < p; k++) {
            xx[j * p + k] += dx * (data.x()[i * p + k] - meanX[k]);
          }
        }
      }
      return new Sums(meanX, meanY, xx, xy, yy);
    }
  }
}
