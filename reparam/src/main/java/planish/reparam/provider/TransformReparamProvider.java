package planish.reparam.provider;

import planish.model.Reparam;
import planish.model.ReparamProvider;
import planish.reparam.TransformReparam;
import planish.spi.Options;

/** {@code transform}. */
public final class TransformReparamProvider implements ReparamProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public TransformReparamProvider() {}

  @Override
  public String name() {
    return "transform";
  }

  @Override
  public String summary() {
    return "Transformed distributions through their base, multivariate normals through their Cholesky"
        + " factor";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Reparam create(Options options) {
    return new TransformReparam();
  }
}
