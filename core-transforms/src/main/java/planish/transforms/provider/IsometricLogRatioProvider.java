package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.IsometricLogRatioTransform;
import planish.transforms.Simplex;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/**
 * {@code isometric-log-ratio}: simplices by the softmax of a vector with sum 0; treats all elements
 * alike.
 */
public final class IsometricLogRatioProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public IsometricLogRatioProvider() {}

  @Override
  public String name() {
    return "isometric-log-ratio";
  }

  @Override
  public String summary() {
    return "Simplices by the softmax of a vector with sum 0; treats all elements alike";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof Simplex) {
      return Optional.of(new IsometricLogRatioTransform());
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return false;
  }
}
