/** The No-U-Turn sampler: found as a service. */
module planish.nuts {
  requires transitive planish.hmc;

  provides planish.kernels.KernelProvider with
      planish.nuts.NutsProvider;
}
