package planish.transforms.provider;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraint;
import planish.transforms.GreaterThan;
import planish.transforms.LowerBound;
import planish.transforms.SoftplusTransform;
import planish.transforms.Transform;
import planish.transforms.TransformProvider;

/** {@code softplus}: inverse softplus of the distance from a lower bound; grows only linearly. */
public final class SoftplusProvider implements TransformProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public SoftplusProvider() {}

  @Override
  public String name() {
    return "softplus";
  }

  @Override
  public String summary() {
    return "Inverse softplus of the distance from a lower bound; grows only linearly";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Optional<Transform> onto(Constraint constraint) {
    if (constraint instanceof GreaterThan(Expr lower)) {
      return Optional.of(new SoftplusTransform(lower));
    }
    if (constraint instanceof LowerBound(Expr lower)) {
      return Optional.of(new SoftplusTransform(lower));
    }
    return Optional.empty();
  }

  @Override
  public boolean isDefaultFor(Constraint constraint) {
    return false;
  }
}
