/** What a kernel is made of, and what its author needs: no more. */
module planish.kernels {
  requires transitive planish.autodiff;
  requires org.apache.commons.rng.api;
  requires org.apache.commons.rng.core;
  requires org.apache.commons.rng.simple;

  exports planish.kernels;

  uses planish.kernels.KernelProvider;
  uses planish.kernels.MassMatrixProvider;
  uses planish.kernels.SamplerProvider;
}
