/** Hamiltonian Monte Carlo: the dynamics, mass matrices, and static trajectories. */
module planish.hmc {
  requires transitive planish.kernels;

  exports planish.hmc;

  provides planish.kernels.KernelProvider with
      planish.hmc.kernel.StaticHmcProvider;
  provides planish.kernels.MassMatrixProvider with
      planish.hmc.metric.BlocksProvider,
      planish.hmc.metric.DenseProvider,
      planish.hmc.metric.DiagonalProvider,
      planish.hmc.metric.IdentityProvider;
}
