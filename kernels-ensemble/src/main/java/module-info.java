/** An ensemble sampler: found as a service. */
module planish.ensemble {
  requires transitive planish.kernels;

  provides planish.kernels.SamplerProvider with
      planish.ensemble.EnsembleSampler;
}
