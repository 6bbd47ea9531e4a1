package planish.examples.geometry;

import java.util.Optional;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/**
 * Two numbers with means 0, variances 10 and 0.1 and correlation 0.9999: no rescaling of the
 * coordinates alone helps, a dense mass matrix does.
 */
public final class FullRankGaussian implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public FullRankGaussian() {}

  @Override
  public String name() {
    return "full-rank-gaussian";
  }

  @Override
  public String summary() {
    return "Two coordinates of very unequal scales, correlation 0.9999; no data";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    Gaussians.checkNoData(name(), data);
    double[] factor = Gaussians.pairFactor(10, 0.9999, 0.1);
    return m -> m.sample("x", Gaussians.centred(m, "L", factor, 2));
  }
}
