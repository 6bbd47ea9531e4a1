package planish.transforms;

import java.util.List;
import java.util.Optional;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;

/**
 * The registry from constraints to transforms: nobody has to name a transform, and everybody may.
 *
 * <p>Immutable; safe for many threads.
 */
public final class Transforms {
  private final Registry<TransformProvider> providers;

  private Transforms(Registry<TransformProvider> providers) {
    this.providers = providers;
  }

  /** {@return the transforms of the run time itself, without plugins} */
  public static Transforms boot() {
    return Boot.TRANSFORMS;
  }

  /** {@return the transforms of the run time and of plugins} */
  public static Transforms of(Services services) {
    return new Transforms(services.find(TransformProvider.class, "transform"));
  }

  /** {@return the providers by name} */
  public Registry<TransformProvider> providers() {
    return providers;
  }

  /**
   * {@return the default transform onto a constraint}
   *
   * @throws UserException if no provider has one, or the values are whole numbers
   */
  public Transform onto(Constraint constraint) {
    if (constraint.discrete()) {
      throw new UserException(
          "no transform reaches "
              + constraint.description()
              + ": whole numbers cannot be sampled by gradients; sum them out of the density");
    }
    List<Transform> found =
        providers.entries().stream()
            .map(Registry.Entry::provider)
            .filter(provider -> provider.onto(constraint).isPresent())
            .filter(provider -> provider.isDefaultFor(constraint))
            .flatMap(provider -> provider.onto(constraint).stream())
            .toList();
    if (found.isEmpty()) {
      throw new UserException(
          "no transform onto "
              + constraint.description()
              + " was found; transforms: "
              + String.join(", ", providers.names()));
    }
    return found.getFirst();
  }

  /**
   * {@return the transform of that name onto a constraint}
   *
   * @throws UserException if there is no such transform, or it does not reach the constraint
   */
  public Transform onto(Constraint constraint, String name) {
    Optional<Transform> found = providers.get(name).onto(constraint);
    return found.orElseThrow(() ->
        new UserException("transform '" + name + "' does not reach " + constraint.description()));
  }

  /** {@return a transform after another: {@code outer(inner(u))}} */
  public static Transform compose(Transform inner, Transform outer) {
    return new ComposedTransform(inner, outer);
  }

  /** Found once, when first asked for. */
  private static final class Boot {
    static final Transforms TRANSFORMS = of(Services.boot());
  }
}
