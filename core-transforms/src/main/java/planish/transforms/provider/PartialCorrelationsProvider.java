package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.CorrelationCholesky;
import planish.transforms.CorrelationCholeskyTransform;
import planish.transforms.CorrelationMatrix;
import planish.transforms.CorrelationMatrixTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code partial-correlations}: inverse hyperbolic tangents of canonical partial correlations. */
public final class PartialCorrelationsProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public PartialCorrelationsProvider() {}

  @Override
  public String name() {
    return "partial-correlations";
  }

  @Override
  public String summary() {
    return "Inverse hyperbolic tangents of canonical partial correlations";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof CorrelationCholesky) {
      return Optional.of(new CorrelationCholeskyTransform());
    }
    if (constraint instanceof CorrelationMatrix) {
      return Optional.of(new CorrelationMatrixTransform());
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
