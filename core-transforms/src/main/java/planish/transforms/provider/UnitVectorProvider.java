package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;
import planish.transforms.UnitVector;
import planish.transforms.UnitVectorTransform;

/** {@code unit-vector}: directions of vectors of any length. */
public final class UnitVectorProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public UnitVectorProvider() {}

  @Override
  public String name() {
    return "unit-vector";
  }

  @Override
  public String summary() {
    return "Directions of vectors of any length";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof UnitVector) {
      return Optional.of(new UnitVectorTransform());
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
