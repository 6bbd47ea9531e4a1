package planish.benchmarks;

import java.util.Map;
import planish.diagnostics.UnconstrainedDraws;
import planish.kernels.Tuning;
import planish.model.Posterior;
import planish.sampling.Run;
import planish.sampling.RunResult;

/**
 * Where a short warm-up has led: what it has tuned, and positions where the sampler works.
 *
 * @param posterior the posterior
 * @param tuning step size and diagonal mass matrix
 * @param positions a few dozen draws
 */
record TunedChain(Posterior posterior, Tuning tuning, double[][] positions) {
  /** Short trajectories: what a leapfrog step costs hardly depends on how many follow. */
  static final Map<String, String> KERNEL = Map.of("max-tree-depth", "5");

  static TunedChain of(Subject subject) {
    Posterior posterior = subject.posterior();
    RunResult result =
        Run.of(posterior).chains(1).warmup(200).draws(32).seed(1).kernel("nuts", KERNEL).run();
    UnconstrainedDraws draws = result.draws().unconstrained();
    return new TunedChain(
        posterior, result.chains().getFirst().tuning().orElseThrow(), draws.positions()[0]);
  }
}
