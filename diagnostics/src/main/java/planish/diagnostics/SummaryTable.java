package planish.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A summary for people: aligned columns. */
final class SummaryTable {
  private static final List<String> HEAD =
      List.of(
          "",
          "mean",
          "mcse",
          "sd",
          "median",
          "5%",
          "95%",
          "ess_bulk",
          "ess_tail",
          "r_hat",
          "ess/draw");

  private final AlignedLines lines = new AlignedLines(HEAD);

  private SummaryTable() {}

  static String text(Summary summary, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a table shows at least 1 row, not " + rows);
    }
    SummaryTable table = new SummaryTable();
    for (Summary.Group group : summary.groups()) {
      table.add(group, rows);
    }
    return table.lines.text();
  }

  private void add(Summary.Group group, int rows) {
    List<ElementSummary> elements = group.elements();
    // a line that says "1 more" would take the place of that one
    int shown = elements.size() <= rows + 1 ? elements.size() : rows;
    elements.subList(0, shown).forEach(element -> lines.add(cells(element)));
    if (shown < elements.size()) {
      lines.remark(leftOut(group, elements.subList(shown, elements.size())));
    }
  }

  private static List<String> cells(ElementSummary row) {
    Rounding digits = Rounding.of(row);
    return List.of(
        row.variable(),
        digits.text(row.mean()),
        digits.text(row.mcseMean()),
        digits.text(row.sd()),
        digits.text(row.median()),
        digits.text(row.q5()),
        digits.text(row.q95()),
        Rounding.fixed(row.essBulk(), 0),
        Rounding.fixed(row.essTail(), 0),
        Rounding.fixed(row.rHat(), 3),
        Rounding.fixed(row.essPerDraw(), 2));
  }

  private static String leftOut(Summary.Group group, List<ElementSummary> rest) {
    return group.name()
        + ": "
        + rest.size()
        + " of "
        + group.elements().size()
        + " elements are left out"
        + worst(rest, "; largest r_hat ", 3, ElementSummary::rHat, true)
        + worst(rest, "; least ess_bulk ", 0, ElementSummary::essBulk, false);
  }

  private static String worst(
      List<ElementSummary> rest,
      String head,
      int decimals,
      ToDoubleFunction<ElementSummary> measure,
      boolean largest) {
    Comparator<ElementSummary> order = Comparator.comparingDouble(measure);
    return rest.stream()
        .filter(element -> !Double.isNaN(measure.applyAsDouble(element)))
        .min(largest ? order.reversed() : order)
        .map(element ->
            head
                + Rounding.fixed(measure.applyAsDouble(element), decimals)
                + " ("
                + element.variable()
                + ")")
        .orElse("");
  }
}
