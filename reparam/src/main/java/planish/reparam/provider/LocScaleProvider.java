package planish.reparam.provider;

import java.util.List;
import planish.model.Reparam;
import planish.model.ReparamProvider;
import planish.reparam.LocScaleReparam;
import planish.spi.OptionSpec;
import planish.spi.Options;

/** {@code loc-scale}. */
public final class LocScaleProvider implements ReparamProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public LocScaleProvider() {}

  @Override
  public String name() {
    return "loc-scale";
  }

  @Override
  public String summary() {
    return "Non-centred normal and Cauchy sites, wholly or in part";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.real("centered", 0, 0, 1, "How much of location and scale stays in the prior"));
  }

  @Override
  public Reparam create(Options options) {
    return new LocScaleReparam(options.real("centered"));
  }
}
