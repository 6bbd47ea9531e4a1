package planish.benchmarks.models;

import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.multiNormal;
import static planish.distributions.Distributions.multiNormalCholesky;
import static planish.distributions.Distributions.multiNormalPrecision;
import static planish.distributions.Distributions.normal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.examples.geometry.Horseshoe;
import planish.model.Model;
import planish.spi.Options;

/** Normal distributions of many dimensions, and of many observations. */
public final class Normals {
  private static final int DIMENSION = 200;
  private static final double CORRELATION = 0.999;
  private static final Shape SQUARE = Shape.of(DIMENSION, DIMENSION);
  private static final Expr ZEROS = Expr.full(Shape.of(DIMENSION), 0);

  private Normals() {}

  /** {@return all correlations 0.999, stated by the covariance} */
  public static Model covariance() {
    double[] covariance = equal(CORRELATION, 1);
    return m -> m.sample("x", multiNormal(ZEROS, m.data("covariance", covariance, SQUARE)));
  }

  /** {@return the same, stated by the covariance's Cholesky factor} */
  public static Model factor() {
    double[] factor = cholesky(equal(CORRELATION, 1));
    return m -> m.sample("x", multiNormalCholesky(ZEROS, m.data("factor", factor, SQUARE)));
  }

  /** {@return the same, stated by the precision} */
  public static Model precision() {
    double rest = 1 - CORRELATION;
    double common = -CORRELATION / (rest * (rest + CORRELATION * DIMENSION));
    double[] precision = equal(common, 1 / rest + common);
    return m -> m.sample("x", multiNormalPrecision(ZEROS, m.data("precision", precision, SQUARE)));
  }

  /** {@return a horseshoe regression of 100 outcomes on 500 predictors, non-centred by hand} */
  public static Model horseshoe() {
    Horseshoe horseshoe = new Horseshoe();
    Map<String, String> given = Map.of("form", "by-hand");
    return horseshoe.create(
        Options.of(horseshoe.name(), horseshoe.options(), given), Optional.empty());
  }

  /** {@return lognormal observations in one statement} */
  public static Model lognormals(int count) {
    double[] y = positive(count);
    return m -> {
      Expr mu = m.sample("mu", normal(0, 10));
      Expr sigma = m.sample("sigma", halfNormal(5));
      m.observe("y", lognormal(mu, sigma), y);
    };
  }

  /** {@return lognormal observations in a statement each} */
  public static Model lognormalLoop(int count) {
    double[] y = positive(count);
    return m -> {
      Expr mu = m.sample("mu", normal(0, 10));
      Expr sigma = m.sample("sigma", halfNormal(5));
      Expr data = m.data("y", y);
      for (int i = 0; i < count; i++) {
        m.observe("y." + i, lognormal(mu, sigma), data.get(i));
      }
    };
  }

  /** {@return normal observations in one statement} */
  public static Model observations(int count) {
    Random random = new Random(10);
    double[] y = new double[count];
    Arrays.setAll(y, i -> 3 + 2 * random.nextGaussian());
    return m -> {
      Expr mu = m.sample("mu", normal(0, 10));
      Expr sigma = m.sample("sigma", halfNormal(5));
      m.observe("y", normal(mu, sigma), y);
    };
  }

  private static double[] positive(int count) {
    Random random = new Random(100);
    double[] y = new double[count];
    Arrays.setAll(y, i -> Math.exp(1 + 0.5 * random.nextGaussian()));
    return y;
  }

  private static double[] equal(double off, double on) {
    double[] matrix = new double[DIMENSION * DIMENSION];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = i / DIMENSION == i % DIMENSION ? on : off;
    }
    return matrix;
  }

  private static double[] cholesky(double[] matrix) {
    int n = DIMENSION;
    double[] factor = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i * n + j];
        for (int k = 0; k < j; k++) {
          rest -= factor[i * n + k] * factor[j * n + k];
        }
        factor[i * n + j] = i == j ? Math.sqrt(rest) : rest / factor[j * n + j];
      }
    }
    return factor;
  }
}
