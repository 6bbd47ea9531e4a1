package planish.transforms.provider;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.Interval;
import planish.transforms.IntervalTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code logit}: logit of the place between two bounds. */
public final class LogitProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public LogitProvider() {}

  @Override
  public String name() {
    return "logit";
  }

  @Override
  public String summary() {
    return "Logit of the place between two bounds";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof Interval(Expr lower, Expr upper)) {
      return Optional.of(new IntervalTransform(lower, upper));
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
