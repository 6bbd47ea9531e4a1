/** The command line: wiring at run time, plugins, progress, files. */
module planish.app {
  requires planish.sampling;
  requires planish.reparam;
  requires info.picocli;
  requires org.slf4j;
  requires tools.jackson.core;

  uses planish.autodiff.vector.VectorBackend;
  uses planish.distributions.DistributionProvider;
  uses planish.kernels.KernelProvider;
  uses planish.kernels.MassMatrixProvider;
  uses planish.kernels.SamplerProvider;
  uses planish.model.ModelProvider;
  uses planish.model.ReparamProvider;
  uses planish.transforms.TransformProvider;
}
