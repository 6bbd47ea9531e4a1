package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.IdentityTransform;
import planish.transforms.OffsetMultiplier;
import planish.transforms.Real;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code identity}: the values themselves, for unbounded numbers. */
public final class IdentityProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public IdentityProvider() {}

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public String summary() {
    return "The values themselves, for unbounded numbers";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof Real(int rank)) {
      return Optional.of(new IdentityTransform(rank));
    }
    if (constraint instanceof OffsetMultiplier) {
      return Optional.of(new IdentityTransform(0));
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return constraint instanceof Real;
  }
}
