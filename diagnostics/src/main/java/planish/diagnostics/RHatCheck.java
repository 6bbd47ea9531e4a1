package planish.diagnostics;

import java.util.Comparator;
import java.util.List;

/** Chains, or halves of one, that do not agree: R-hat at its bound or above, see {@link Bounds}. */
final class RHatCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    Summary summary = evidence.summary();
    Bounds bounds = Bounds.of(summary.chains());
    List<ElementSummary> bad =
        Worst.first(
            summary,
            element -> bounds.rejectsRHat(element.rHat()),
            Comparator.comparingDouble(ElementSummary::rHat).reversed());
    if (bad.isEmpty()) {
      return List.of();
    }
    String who = summary.chains() == 1 ? "The chain's halves do" : "The chains do";
    return List.of(
        Finding.warning(
            "r-hat",
            "R-hat is "
                + bounds.rHatText()
                + " or more for "
                + Worst.share(bad, summary)
                + ": "
                + Worst.names(bad, ElementSummary::rHat, 3)
                + ". "
                + who
                + " not agree on them yet.",
            "Do not use these draws. Run with more warm-up and more draws; if that does not help,"
                + " look for several modes, or write the model in other coordinates, such as the"
                + " non-centred form of a hierarchical one."));
  }
}
