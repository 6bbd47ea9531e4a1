package planish.diagnostics;

import java.util.ArrayList;
import java.util.List;

/**
 * Combinations of numbers on which chains do not agree, or of which there are too few effective
 * draws, though each number alone may look well: a slow direction that many numbers share is hardly
 * seen in any of them.
 *
 * <p>The combinations are the leading directions of the pooled covariance, see {@link Directions}.
 */
final class DirectionsCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    Directions directions = directions(evidence.draws());
    List<String> bad = new ArrayList<>();
    for (int k = 0; k < directions.axes().length; k++) {
      String trouble = trouble(directions.secondHalvesAlong(k));
      if (!trouble.isEmpty()) {
        bad.add(directions.name(k) + ": " + trouble);
      }
    }
    if (bad.isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            "directions",
            "Combinations of numbers are explored too slowly, in the second half of the draws along "
                + String.join("; along ", bad)
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

  private static String trouble(double[][] chains) {
    ElementSummary summary = ElementSummary.of("", chains);
    List<String> parts = new ArrayList<>();
    if (summary.rHat() >= RHatCheck.BOUND) {
      parts.add("R-hat " + Rounding.fixed(summary.rHat(), 3));
    }
    if (summary.essBulk() < SampleSizeCheck.BOUND) {
      parts.add("bulk ESS " + Rounding.fixed(summary.essBulk(), 0));
    }
    if (summary.essTail() < SampleSizeCheck.BOUND) {
      parts.add("tail ESS " + Rounding.fixed(summary.essTail(), 0));
    }
    return String.join(", ", parts);
  }
}
