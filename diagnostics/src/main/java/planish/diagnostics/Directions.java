package planish.diagnostics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planish.diagnostics.numeric.Moments;
import planish.diagnostics.numeric.PrincipalAxes;

/**
 * The leading directions of the pooled covariance of several columns, found on the first half of
 * each chain. They are judged on the second half: on the draws that they were found on, chance
 * alone would speak against them.
 *
 * @param names the columns' names
 * @param columns {@code [column][chain][draw]}, finite
 * @param axes unit vectors, that of the largest spread first
 */
record Directions(List<String> names, double[][][] columns, double[][] axes) {
  /** How many are looked at. */
  static final int COUNT = 5;

  private static final int NAMED = 3;
  private static final List<String> ORDER =
      List.of("largest", "second largest", "third largest", "fourth largest", "fifth largest");

  /** Finds them; none where there are no columns or fewer than four draws of a chain. */
  static Directions find(List<String> names, double[][][] columns) {
    boolean nothing = columns.length == 0 || columns[0].length == 0 || columns[0][0].length < 4;
    return new Directions(
        names, columns, nothing ? new double[0][] : PrincipalAxes.of(firstHalves(columns), COUNT));
  }

  private static double[][] firstHalves(double[][][] columns) {
    int half = columns[0][0].length / 2;
    return Arrays.stream(columns)
        .map(chains ->
            Chains.pooled(
                Arrays.stream(chains)
                    .map(chain -> Arrays.copyOf(chain, half))
                    .toArray(double[][]::new)))
        .toArray(double[][]::new);
  }

  /** {@return the second halves along an axis, from their mean: {@code [chain][draw]}} */
  double[][] secondHalvesAlong(int axis) {
    int half = columns[0][0].length / 2;
    double[][] along = new double[columns[0].length][columns[0][0].length - half];
    for (int k = 0; k < columns.length; k++) {
      double weight = axes[axis][k];
      // one chain's mean will do: only a large common offset is to go
      double mean = Moments.mean(columns[k][0]);
      for (int c = 0; c < along.length; c++) {
        for (int i = 0; i < along[c].length; i++) {
          along[c][i] += weight * (columns[k][c][half + i] - mean);
        }
      }
    }
    return along;
  }

  /** As in {@code the direction of the largest spread (mostly a, b, c)}. */
  String name(int axis) {
    double[] weights = axes[axis];
    String mostly =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -Math.abs(weights[k])))
            .limit(NAMED)
            .map(names::get)
            .collect(Collectors.joining(", "));
    return "the direction of the " + ORDER.get(axis) + " spread (mostly " + mostly + ")";
  }
}
