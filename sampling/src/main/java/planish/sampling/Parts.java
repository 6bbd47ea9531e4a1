package planish.sampling;

import java.util.Map;
import java.util.Optional;
import planish.kernels.KernelProvider;
import planish.kernels.MassMatrixProvider;
import planish.kernels.SamplerProvider;
import planish.spi.Options;
import planish.spi.Provider;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;

/**
 * The providers of a run with their checked options, each with where it came from.
 *
 * @param sampler the way to run
 * @param kernel the kernel; empty where the sampler uses none
 * @param massMatrix the form of the mass matrix
 */
record Parts(
    Found<SamplerProvider> sampler,
    Optional<Found<KernelProvider>> kernel,
    Found<MassMatrixProvider> massMatrix) {
  /** One provider. */
  record Found<P extends Provider>(P provider, Options options, String source) {
    /** {@return its name and all its options} */
    Part part() {
      return new Part(provider.name(), options.asMap());
    }
  }

  /**
   * Looks the parts up.
   *
   * @param values the settings
   * @param given those that the user gave: where nothing would use one of them, it is refused
   */
  static Parts find(Services services, Map<Setting, Object> values, Map<Setting, Object> given) {
    Found<SamplerProvider> sampler =
        found(services.find(SamplerProvider.class, "sampler"), "sampler", values, Setting.SAMPLER);
    Optional<Found<KernelProvider>> kernel = kernel(services, sampler.provider(), values, given);
    return new Parts(sampler, kernel, massMatrix(services, kernel, values, given));
  }

  private static Optional<Found<KernelProvider>> kernel(
      Services services,
      SamplerProvider sampler,
      Map<Setting, Object> values,
      Map<Setting, Object> given) {
    if (sampler.usesKernel()) {
      Registry<KernelProvider> kernels = services.find(KernelProvider.class, "kernel");
      return Optional.of(found(kernels, "kernel", values, Setting.KERNEL));
    }
    if (given.containsKey(Setting.KERNEL)) {
      throw new UserException(
          "kernel '%s' or an option of it was given, but sampler '%s' uses no kernel: leave it out"
              .formatted(((Part) values.get(Setting.KERNEL)).name(), sampler.name()));
    }
    return Optional.empty();
  }

  private static Found<MassMatrixProvider> massMatrix(
      Services services,
      Optional<Found<KernelProvider>> kernel,
      Map<Setting, Object> values,
      Map<Setting, Object> given) {
    boolean used = kernel.map(k -> k.provider().spec(k.options()).usesMassMatrix()).orElse(false);
    String name = ((Part) values.get(Setting.MASS_MATRIX)).name();
    if (!used && given.containsKey(Setting.MASS_MATRIX) && !name.equals(NoMassMatrix.NAME)) {
      throw new UserException(
          "mass matrix '"
              + name
              + "' was asked for, but "
              + kernel.map(k -> "kernel '" + k.provider().name() + "'").orElse("this sampler")
              + " uses none: leave it out");
    }
    return used
        ? found(
            services.find(MassMatrixProvider.class, "mass matrix"),
            "mass matrix",
            values,
            Setting.MASS_MATRIX)
        : new Found<>(new NoMassMatrix(), Options.of("none", java.util.List.of(), Map.of()), "");
  }

  private static <P extends Provider> Found<P> found(
      Registry<P> registry, String kind, Map<Setting, Object> values, Setting setting) {
    Part asked = (Part) values.get(setting);
    Registry.Entry<P> entry = registry.entry(asked.provider());
    P provider = entry.provider();
    Part part = asked.spelledOut(provider.options());
    Options options =
        Options.of(kind + " '" + part.name() + "'", provider.options(), part.options());
    return new Found<>(provider, options, entry.source());
  }
}
