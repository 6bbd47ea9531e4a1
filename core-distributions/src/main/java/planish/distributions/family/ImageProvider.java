package planish.distributions.family;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;
import planish.transforms.Transforms;

/**
 * {@code image}: reaches the support of a transformed distribution through the default transform
 * onto the support of its base. The coordinates are those of the base.
 */
public final class ImageProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public ImageProvider() {}

  @Override
  public String name() {
    return "image";
  }

  @Override
  public String summary() {
    return "Reaches the support of a transformed distribution through that of its base";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    return constraint instanceof Image image && !image.discrete()
        ? Optional.of(reach(image))
        : Optional.empty();
  }

  private static Transform reach(Image image) {
    Transform first = Transforms.boot().onto(image.domain());
    return Transforms.compose(first, image.transform());
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
