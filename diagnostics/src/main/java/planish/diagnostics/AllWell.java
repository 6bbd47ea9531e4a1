package planish.diagnostics;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What speaks for the draws when nothing speaks against them. */
final class AllWell {
  private AllWell() {}

  static Finding sentence(Evidence evidence) {
    Summary summary = evidence.summary();
    String sentence =
        "Nothing speaks against these draws: "
            + worst(summary, "R-hat is at most ", ElementSummary::rHat, true, 3)
            + worst(summary, "bulk ESS at least ", ElementSummary::essBulk, false, 0)
            + worst(summary, "tail ESS at least ", ElementSummary::essTail, false, 0)
            + (evidence.draws().hasStatistic(SamplerDiagnostics.DIVERGENT)
                ? "no divergences among " + evidence.size() + " draws."
                : evidence.size() + " draws.");
    return Finding.good("all", sentence);
  }

  private static String worst(
      Summary summary,
      String head,
      ToDoubleFunction<ElementSummary> measure,
      boolean largest,
      int decimals) {
    Comparator<ElementSummary> order = Comparator.comparingDouble(measure);
    Optional<ElementSummary> worst =
        summary.elements().stream()
            .filter(element -> !Double.isNaN(measure.applyAsDouble(element)))
            .min(largest ? order.reversed() : order);
    return worst
        .map(element ->
            head
                + Rounding.fixed(measure.applyAsDouble(element), decimals)
                + " ("
                + element.variable()
                + "), ")
        .orElse("");
  }
}
