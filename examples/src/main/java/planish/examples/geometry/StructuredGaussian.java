package planish.examples.geometry;

import static planish.distributions.Distributions.normal;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/**
 * Two pairs, each with variances 10 and 0.1 and covariance 0.9, of which the difference was
 * observed with errors of sd 0.1 as (1, 1); and 100 independent standard normal numbers. A dense
 * block for the pairs is all that the mass matrix needs.
 */
public final class StructuredGaussian implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public StructuredGaussian() {}

  @Override
  public String name() {
    return "structured-gaussian";
  }

  @Override
  public String summary() {
    return "Two correlated pairs and 100 independent numbers; brings its data";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    Gaussians.checkNoData(name(), data);
    double[] factor = Gaussians.pairFactor(10, 0.9, 0.1);
    return m -> {
      Expr x1 = m.sample("x1", Gaussians.centred(m, "L", factor, 2));
      Expr x2 = m.sample("x2", Gaussians.centred(m, "L", factor, 2));
      m.sample("y", normal(0, 1), 100);
      m.observe("obs", normal(x1.minus(x2), 0.1), new double[] {1, 1});
    };
  }
}
