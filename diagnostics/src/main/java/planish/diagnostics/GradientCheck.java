package planish.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.diagnostics.numeric.Moments;

/**
 * Draws whose spread does not fit the density's slope. For a unit direction u on the unconstrained
 * scale, integration by parts gives E[uᵀ(θ − Eθ) · uᵀ(−∇ log p(θ))] = 1, whatever the density. A
 * sampler that misses a part of the posterior mostly misses this number; heavy tails can miss it
 * too, and modes that no chain has found do not show. So it warns, and proves nothing.
 *
 * <p>Source of the identity: Stein, Estimation of the mean of a multivariate normal distribution,
 * The Annals of Statistics 9 (1981), lemma 1, for a density with any differentiable logarithm.
 *
 * <p>Looked at along the leading directions of the positions, see {@link Directions}.
 */
final class GradientCheck implements Check {
  /** So many Monte Carlo standard errors are told. */
  static final double BOUND = 4;

  @Override
  public List<Finding> examine(Evidence evidence) {
    UnconstrainedDraws draws = evidence.draws().unconstrained();
    if (draws.draws() < ChainsCheck.FEW_DRAWS) {
      return List.of();
    }
    Directions directions = Directions.find(draws.names(), draws.columns());
    List<String> off = new ArrayList<>();
    for (int k = 0; k < directions.axes().length; k++) {
      double[][] products = products(directions, draws, k);
      double mean = Moments.mean(Chains.pooled(products));
      double error = MonteCarloError.mean(products);
      if (Math.abs(mean - 1) > BOUND * error) {
        int decimals = error < 0.01 ? 4 : 2;
        off.add(
            Rounding.fixed(mean, decimals)
                + " ± "
                + Rounding.fixed(error, decimals)
                + " along "
                + directions.name(k));
      }
    }
    return off.isEmpty() ? List.of() : List.of(warning(String.join("; ", off)));
  }

  private static Finding warning(String numbers) {
    return Finding.warning(
        "gradients",
        "On the unconstrained scale the spread of the draws does not fit the slope of the log"
            + " density: the mean of (position − its mean) × (−slope) is 1 for draws of the whole"
            + " posterior, but here it is "
            + numbers
            + ".",
        "This is no proof: heavy tails can do it. Make more draws, and compare with a run in other"
            + " coordinates.");
  }

  private static double[][] products(Directions directions, UnconstrainedDraws draws, int axis) {
    double[][] positions = directions.secondHalvesAlong(axis);
    double[][] slopes = draws.gradientsAlong(directions.axes()[axis]);
    double mean = Moments.mean(Chains.pooled(positions));
    double[][] products = new double[positions.length][];
    for (int c = 0; c < products.length; c++) {
      int skipped = slopes[c].length - positions[c].length;
      double[] slope = Arrays.copyOfRange(slopes[c], skipped, slopes[c].length);
      products[c] = new double[slope.length];
      for (int i = 0; i < slope.length; i++) {
        products[c][i] = -(positions[c][i] - mean) * slope[i];
      }
    }
    return products;
  }
}
