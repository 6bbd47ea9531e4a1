package planish.sampling.output;

import java.util.ArrayList;
import java.util.List;
import planish.kernels.ChainState;

/**
 * Positions and gradients of one chain's draws, for diagnostics: the arrays of its states, which
 * nobody changes, so that nothing is copied. Of large runs nothing is kept.
 */
final class PositionMemory {
  /** Numbers kept of all chains together, positions and gradients: 80 MB. */
  static final long LIMIT = 10_000_000;

  private final boolean isKept;
  private final List<double[]> positions = new ArrayList<>();
  private final List<double[]> gradients = new ArrayList<>();

  PositionMemory(RecordPlan plan) {
    long dimension = plan.posterior().layout().dimension();
    isKept = 2 * dimension * plan.draws() * plan.chains() <= LIMIT;
  }

  /** Kernels without gradients leave nothing to compare. */
  void add(ChainState state) {
    if (isKept && state.gradient().length == state.position().length) {
      positions.add(state.position());
      gradients.add(state.gradient());
    }
  }

  double[][] positions() {
    return positions.toArray(double[][]::new);
  }

  double[][] gradients() {
    return gradients.toArray(double[][]::new);
  }
}
