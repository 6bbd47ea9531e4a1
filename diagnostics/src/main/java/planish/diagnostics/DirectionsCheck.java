package planish.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Combinations of numbers on which chains do not agree, or of which there are too few effective
 * draws, though each number alone may look well: a slow direction that many numbers share is hardly
 * seen in any of them.
 *
 * <p>The combinations are the leading directions of the pooled covariance, see {@link Directions}.
 * Only the worst of them is told by name, that with the least bulk effective sample size.
 */
final class DirectionsCheck implements Check {
  /** What is known of the draws along one direction. */
  private record Along(int axis, ElementSummary summary) {
    boolean slow(Bounds bounds) {
      return bounds.rejectsRHat(summary.rHat())
          || bounds.rejectsEss(summary.essBulk())
          || bounds.rejectsEss(summary.essTail());
    }
  }

  @Override
  public List<Finding> examine(Evidence evidence) {
    Directions directions = directions(evidence.draws());
    Bounds bounds = Bounds.ofHalves(evidence.draws().chains());
    int count = directions.axes().length;
    List<Along> slow =
        IntStream.range(0, count)
            .mapToObj(k -> new Along(k, ElementSummary.of("", directions.secondHalvesAlong(k))))
            .filter(along -> along.slow(bounds))
            .sorted(Comparator.comparingDouble(along -> along.summary().essBulk()))
            .toList();
    if (slow.isEmpty()) {
      return List.of();
    }
    Along worst = slow.getFirst();
    return List.of(
        Finding.warning(
            "directions",
            "Combinations of numbers are explored too slowly, by the second half of the draws: "
                + slow.size()
                + " of the "
                + count
                + (count == 1 ? " leading direction" : " leading directions")
                + (slow.size() == 1 ? ", " : ", worst ")
                + directions.name(worst.axis())
                + ": "
                + trouble(worst.summary(), bounds)
                + ".",
            "Make more draws; better, use a dense mass matrix, or write the model in coordinates"
                + " that are hardly correlated."));
  }

  private static Directions directions(Draws draws) {
    List<String> names = new ArrayList<>();
    List<double[][]> columns = new ArrayList<>();
    List<String> all = draws.columnNames();
    for (int k = 0; k < all.size(); k++) {
      double[][] column = draws.column(k);
      if (!Chains.unjudgeable(column)) {
        names.add(all.get(k));
        columns.add(column);
      }
    }
    return Directions.find(names, columns.toArray(double[][][]::new));
  }

  private static String trouble(ElementSummary summary, Bounds bounds) {
    List<String> parts = new ArrayList<>();
    if (bounds.rejectsRHat(summary.rHat())) {
      parts.add("R-hat " + Rounding.fixed(summary.rHat(), 3));
    }
    if (bounds.rejectsEss(summary.essBulk())) {
      parts.add("bulk ESS " + Rounding.fixed(summary.essBulk(), 0));
    }
    if (bounds.rejectsEss(summary.essTail())) {
      parts.add("tail ESS " + Rounding.fixed(summary.essTail(), 0));
    }
    return String.join(", ", parts);
  }
}
