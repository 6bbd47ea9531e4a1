/** Runs: chains on threads, starting positions, output files, progress, stop and resume. */
module planish.sampling {
  requires transitive planish.model;
  requires transitive planish.kernels;
  requires transitive planish.diagnostics;
  requires tools.jackson.core;
  requires org.slf4j;

  exports planish.sampling;
  exports planish.sampling.csv;
  exports planish.sampling.json;

  provides planish.kernels.SamplerProvider with
      planish.sampling.chains.ChainsSampler;
}
