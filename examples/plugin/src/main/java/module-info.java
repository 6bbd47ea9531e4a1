/** A plugin: the Metropolis-adjusted Langevin algorithm. */
module example.mala {
  requires planish.kernels;

  provides planish.kernels.KernelProvider with
      example.mala.MalaProvider;
}
