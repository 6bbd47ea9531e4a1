package planish.app.command;

import java.util.Arrays;
import java.util.Optional;
import planish.distributions.DistributionProvider;
import planish.kernels.KernelProvider;
import planish.kernels.MassMatrixProvider;
import planish.kernels.SamplerProvider;
import planish.model.ModelProvider;
import planish.model.ReparamProvider;
import planish.spi.Provider;
import planish.spi.Registry;
import planish.spi.Services;
import planish.transforms.TransformProvider;

/** The kinds of providers that the command line knows. */
public enum Kind {
  /** Models. */
  MODEL("models", "model", ModelProvider.class),
  /** Samplers. */
  SAMPLER("samplers", "sampler", SamplerProvider.class),
  /** Kernels. */
  KERNEL("kernels", "kernel", KernelProvider.class),
  /** Mass matrices. */
  MASS_MATRIX("mass-matrices", "mass matrix", MassMatrixProvider.class),
  /** Distributions. */
  DISTRIBUTION("distributions", "distribution", DistributionProvider.class),
  /** Transforms. */
  TRANSFORM("transforms", "transform", TransformProvider.class),
  /** Reparameterisations. */
  REPARAMETERISATION("reparameterisations", "reparameterisation", ReparamProvider.class);

  private final String plural;
  private final String label;
  private final Class<? extends Provider> type;

  Kind(String plural, String label, Class<? extends Provider> type) {
    this.plural = plural;
    this.label = label;
    this.type = type;
  }

  /** {@return what stands after {@code list}: {@code mass-matrices}} */
  public String plural() {
    return plural;
  }

  /** {@return one of them, in messages: {@code mass matrix}} */
  public String label() {
    return label;
  }

  /** {@return the option that chooses one: {@code mass-matrix}} */
  String option() {
    return label.replace(' ', '-');
  }

  /** {@return the one that is taken where the user chooses none; empty for kinds without} */
  String usual() {
    return switch (this) {
      case SAMPLER -> "chains";
      case KERNEL -> "nuts";
      case MASS_MATRIX -> "diagonal";
      case MODEL, DISTRIBUTION, TRANSFORM, REPARAMETERISATION -> "";
    };
  }

  /** {@return the kind of that plural, if there is one} */
  static Optional<Kind> ofPlural(String plural) {
    return Arrays.stream(values()).filter(kind -> kind.plural.equals(plural)).findFirst();
  }

  /** {@return the providers of this kind} */
  public Registry<?> find(Services services) {
    return services.find(type, label);
  }
}
