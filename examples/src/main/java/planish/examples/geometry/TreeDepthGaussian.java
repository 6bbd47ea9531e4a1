package planish.examples.geometry;

import java.util.Optional;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/**
 * Two hundred numbers with means 0, variances 1 and correlations 0.999: the direction that they
 * share is 450 times as long as the others, so that trajectories must be long.
 */
public final class TreeDepthGaussian implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public TreeDepthGaussian() {}

  @Override
  public String name() {
    return "tree-depth-gaussian";
  }

  @Override
  public String summary() {
    return "200 coordinates, all correlations 0.999; no data";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    Gaussians.checkNoData(name(), data);
    double[] factor = Gaussians.equalFactor(200, 0.999);
    return m -> m.sample("x", Gaussians.centred(m, "L", factor, 200));
  }
}
