package planish.examples;

import static planish.distributions.Distributions.multiNormalCholesky;

import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.OptionSpec;
import planish.spi.Options;

/**
 * A Gaussian with mean 0, variances 1 and correlation ρ^|i − j| between coordinates i and j (an
 * autoregression of order 1, which is positive definite in any dimension). It has no data.
 */
public final class Gaussian implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public Gaussian() {}

  @Override
  public String name() {
    return "gaussian";
  }

  @Override
  public String summary() {
    return "Gaussian of any dimension, correlation falling with distance; no data";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer("dimension", 2, 1, 2_000, "Number of coordinates"),
        OptionSpec.realBetween("correlation", 0.5, -1, 1, "Correlation of neighbours"));
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    NoData.check(name(), data);
    int n = (int) options.integer("dimension");
    double[] factor = factor(n, options.real("correlation"));
    return m -> {
      Expr mean = Functions.broadcast(Expr.of(0), Shape.of(n));
      m.sample("x", multiNormalCholesky(mean, m.data("L", factor, Shape.of(n, n))));
    };
  }

  /** The Cholesky factor has a closed form: L_i0 = ρ^i, L_ij = ρ^(i − j) √(1 − ρ²) for j ≥ 1. */
  private static double[] factor(int n, double correlation) {
    double[] factor = new double[n * n];
    double rest = Math.sqrt((1 - correlation) * (1 + correlation));
    for (int j = 0; j < n; j++) {
      double entry = j == 0 ? 1 : rest;
      for (int i = j; i < n; i++) {
        factor[i * n + j] = entry;
        entry *= correlation;
      }
    }
    return factor;
  }
}
