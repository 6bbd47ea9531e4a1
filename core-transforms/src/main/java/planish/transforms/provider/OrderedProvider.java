package planish.transforms.provider;

import java.util.Optional;
import planish.transforms.Constraint;
import planish.transforms.Ordered;
import planish.transforms.OrderedTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code ordered}: the first element, then the logarithms of the steps between the others. */
public final class OrderedProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public OrderedProvider() {}

  @Override
  public String name() {
    return "ordered";
  }

  @Override
  public String summary() {
    return "The first element, then the logarithms of the steps between the others";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof Ordered(boolean positive)) {
      return Optional.of(new OrderedTransform(positive));
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
