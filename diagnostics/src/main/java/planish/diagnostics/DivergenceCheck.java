package planish.diagnostics;

import java.util.List;

/**
 * Trajectories that left the density's hold. Source: Betancourt, A conceptual introduction to
 * Hamiltonian Monte Carlo, arXiv:1701.02434 (2017), section 6.2.
 */
final class DivergenceCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    int divergences = SamplerDiagnostics.divergences(evidence.draws());
    if (divergences == 0) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            "divergences",
            evidence.share(divergences)
                + " ended in a divergence: the sampler cannot follow the density in places, and"
                + " these may be missing from the draws.",
            "Raise the target acceptance rate (to 0.95, then 0.99); if divergences remain, write the"
                + " model in other coordinates, such as the non-centred form of a hierarchical"
                + " one."));
  }
}
