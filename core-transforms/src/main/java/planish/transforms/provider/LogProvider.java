package planish.transforms.provider;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.GreaterThan;
import planish.transforms.LowerBound;
import planish.transforms.LowerBoundTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;
import planish.transforms.UpperBound;
import planish.transforms.UpperBoundTransform;

/** {@code log}: logarithm of the distance from a lower or an upper bound. */
public final class LogProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public LogProvider() {}

  @Override
  public String name() {
    return "log";
  }

  @Override
  public String summary() {
    return "Logarithm of the distance from a lower or an upper bound";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof GreaterThan(Expr lower)) {
      return Optional.of(new LowerBoundTransform(lower));
    }
    if (constraint instanceof LowerBound(Expr lower)) {
      return Optional.of(new LowerBoundTransform(lower));
    }
    if (constraint instanceof UpperBound(Expr upper)) {
      return Optional.of(new UpperBoundTransform(upper));
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return true;
  }
}
