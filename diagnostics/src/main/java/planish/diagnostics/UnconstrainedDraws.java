package planish.diagnostics;

import java.util.List;

/**
 * Where chains stood on the unconstrained scale, with the gradients of the log density there.
 * Chains may differ in length; {@link #draws()} is the least. Immutable by convention: the arrays
 * are not copied.
 *
 * @param names the coordinates' names
 * @param positions {@code [chain][draw][coordinate]}
 * @param gradients likewise
 */
public record UnconstrainedDraws(
    List<String> names, double[][][] positions, double[][][] gradients) {
  /** Checks that there are as many gradients as positions, and copies the list of names. */
  public UnconstrainedDraws {
    names = List.copyOf(names);
    for (int c = 0; c < Math.max(positions.length, gradients.length); c++) {
      if (positions.length != gradients.length || positions[c].length != gradients[c].length) {
        throw new IllegalArgumentException("expected as many gradients as positions");
      }
    }
  }

  /** {@return those of nothing} */
  public static UnconstrainedDraws none() {
    return new UnconstrainedDraws(List.of(), new double[0][][], new double[0][][]);
  }

  /** {@return the number of draws that every chain has} */
  public int draws() {
    int least = Integer.MAX_VALUE;
    for (double[][] chain : positions) {
      least = Math.min(least, chain.length);
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  /** {@return the last draws of each chain, as columns: {@code [coordinate][chain][draw]}} */
  double[][][] columns() {
    int draws = draws();
    double[][][] columns = new double[names.size()][positions.length][draws];
    for (int c = 0; c < positions.length; c++) {
      for (int i = 0; i < draws; i++) {
        double[] position = positions[c][i + positions[c].length - draws];
        for (int k = 0; k < columns.length; k++) {
          columns[k][c][i] = position[k];
        }
      }
    }
    return columns;
  }

  /** {@return the last gradients of each chain along a direction: {@code [chain][draw]}} */
  double[][] gradientsAlong(double[] direction) {
    int draws = draws();
    double[][] along = new double[gradients.length][draws];
    for (int c = 0; c < along.length; c++) {
      for (int i = 0; i < draws; i++) {
        double[] gradient = gradients[c][i + gradients[c].length - draws];
        for (int k = 0; k < direction.length; k++) {
          along[c][i] += direction[k] * gradient[k];
        }
      }
    }
    return along;
  }
}
