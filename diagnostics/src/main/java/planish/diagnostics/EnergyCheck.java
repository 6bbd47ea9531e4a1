package planish.diagnostics;

import java.util.ArrayList;
import java.util.List;

/**
 * Energies that momenta hardly change. Bound: that of CmdStan's diagnose (CmdStan User's Guide
 * 2.35, 2024).
 */
final class EnergyCheck implements Check {
  static final double BOUND = 0.3;

  @Override
  public List<Finding> examine(Evidence evidence) {
    if (!evidence.draws().hasStatistic(SamplerDiagnostics.ENERGY)) {
      return List.of();
    }
    double[][] energies = evidence.draws().statistic(SamplerDiagnostics.ENERGY);
    List<String> low = new ArrayList<>();
    for (int c = 0; c < energies.length; c++) {
      double fraction = SamplerDiagnostics.energyFraction(energies[c]);
      // of fewer than three draws the fraction is 2 or nothing: no bound is needed
      if (fraction < BOUND) {
        low.add((c + 1) + " (" + Rounding.fixed(fraction, 2) + ")");
      }
    }
    if (low.isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            "e-bfmi",
            "E-BFMI is below "
                + BOUND
                + " in "
                + (low.size() == 1 ? "chain " : "chains ")
                + String.join(", ", low)
                + ": the sampler changes its energy too slowly to explore the tails.",
            "Look for heavy tails and for scales that depend on other parameters, and write these in"
                + " other coordinates."));
  }
}
