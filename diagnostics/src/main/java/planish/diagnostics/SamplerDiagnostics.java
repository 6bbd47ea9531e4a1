package planish.diagnostics;

import java.util.Arrays;
import planish.diagnostics.numeric.Moments;

/** What the statistics that a Hamiltonian sampler writes with each draw say of it. */
public final class SamplerDiagnostics {
  /** The statistic that is 1 for a transition that diverged. */
  public static final String DIVERGENT = "divergent__";

  /** The statistic that has the depth of a transition's tree. */
  public static final String TREE_DEPTH = "treedepth__";

  /** The statistic that has the Hamiltonian's value. */
  public static final String ENERGY = "energy__";

  private SamplerDiagnostics() {}

  /**
   * {@return the energy Bayesian fraction of missing information of one chain: Σ (Eₙ − Eₙ₋₁)² / Σ
   * (Eₙ − Ē)²} Small where momenta change the energy little against its spread: the tails are then
   * explored slowly. NaN of fewer than two draws, of energies all alike or not finite.
   *
   * <p>Source: Betancourt, Diagnosing suboptimal cotangent disintegrations in Hamiltonian Monte
   * Carlo, arXiv:1604.00695 (2016).
   *
   * @param energy the energies in order
   */
  public static double energyFraction(double[] energy) {
    double mean = Moments.mean(energy);
    double steps = 0;
    double spread = 0;
    for (int n = 0; n < energy.length; n++) {
      spread += (energy[n] - mean) * (energy[n] - mean);
      steps += n == 0 ? 0 : (energy[n] - energy[n - 1]) * (energy[n] - energy[n - 1]);
    }
    return spread > 0 && Double.isFinite(spread) ? steps / spread : Double.NaN;
  }

  /** {@return the number of draws of all chains whose transition diverged; 0 where none is told} */
  public static int divergences(Draws draws) {
    return draws.hasStatistic(DIVERGENT) ? count(draws.statistic(DIVERGENT), 1) : 0;
  }

  /**
   * {@return the number of draws of all chains whose tree reached the maximum depth; 0 where none
   * is told}
   *
   * @param maxTreeDepth the maximum, at least 1
   */
  public static int saturatedTrees(Draws draws, int maxTreeDepth) {
    return draws.hasStatistic(TREE_DEPTH) ? count(draws.statistic(TREE_DEPTH), maxTreeDepth) : 0;
  }

  private static int count(double[][] chains, double least) {
    return (int)
        Arrays.stream(chains).flatMapToDouble(Arrays::stream).filter(x -> x >= least).count();
  }
}
