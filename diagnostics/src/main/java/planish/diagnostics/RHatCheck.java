package planish.diagnostics;

import java.util.Comparator;
import java.util.List;

/** Chains, or halves of one, that do not agree. Bound: Vehtari et al. 2021, section 2. */
final class RHatCheck implements Check {
  static final double BOUND = 1.01;

  @Override
  public List<Finding> examine(Evidence evidence) {
    Summary summary = evidence.summary();
    List<ElementSummary> bad =
        Worst.first(
            summary,
            element -> element.rHat() >= BOUND,
            Comparator.comparingDouble(ElementSummary::rHat).reversed());
    if (bad.isEmpty()) {
      return List.of();
    }
    String who = summary.chains() == 1 ? "The chain's halves do" : "The chains do";
    return List.of(
        Finding.warning(
            "r-hat",
            "R-hat is 1.01 or more for "
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
