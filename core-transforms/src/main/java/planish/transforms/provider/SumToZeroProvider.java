package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.SumToZero;
import planish.transforms.SumToZeroTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code sum-to-zero}: an orthonormal basis of the vectors with sum 0. */
public final class SumToZeroProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public SumToZeroProvider() {}

  @Override
  public String name() {
    return "sum-to-zero";
  }

  @Override
  public String summary() {
    return "An orthonormal basis of the vectors with sum 0";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof SumToZero) {
      return Optional.of(new SumToZeroTransform());
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
