package planish.transforms;

import java.util.Optional;
import planish.spi.Provider;

/** A transform that can be found by name, or as the default of a constraint. */
public interface TransformProvider extends Provider {
  /** {@return the transform onto a constraint, or empty where this provider has none for it} */
  Optional<Transform> onto(Constraint constraint);

  /**
   * {@return whether it is the one to take where the user names none}
   *
   * @param constraint one that {@link #onto} has a transform for
   */
  boolean isDefaultFor(Constraint constraint);
}
