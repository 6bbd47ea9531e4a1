package planish.transforms.provider;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.transforms.AffineTransform;
import planish.transforms.Constraint;
import planish.transforms.OffsetMultiplier;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code affine}: location and scale, for Stan's offset and multiplier. */
public final class AffineProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public AffineProvider() {}

  @Override
  public String name() {
    return "affine";
  }

  @Override
  public String summary() {
    return "Location and scale, for Stan's offset and multiplier";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof OffsetMultiplier(Expr offset, Expr multiplier)) {
      return Optional.of(new AffineTransform(offset, multiplier));
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
