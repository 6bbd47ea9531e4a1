package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.Simplex;
import planish.transforms.StickBreakingTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code stick-breaking}: simplices by breaking a stick piece by piece. */
public final class StickBreakingProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public StickBreakingProvider() {}

  @Override
  public String name() {
    return "stick-breaking";
  }

  @Override
  public String summary() {
    return "Simplices by breaking a stick piece by piece";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof Simplex) {
      return Optional.of(new StickBreakingTransform());
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
