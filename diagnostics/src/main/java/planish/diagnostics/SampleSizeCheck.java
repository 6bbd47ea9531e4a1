package planish.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Too few effective draws. Bound: 400 in all chains together, Vehtari et al. 2021, section 3.2. */
final class SampleSizeCheck implements Check {
  static final double BOUND = 400;

  @Override
  public List<Finding> examine(Evidence evidence) {
    List<Finding> found = new ArrayList<>();
    Summary summary = evidence.summary();
    look(found, summary, "bulk", ElementSummary::essBulk, "means and medians are inexact");
    look(found, summary, "tail", ElementSummary::essTail, "5 % and 95 % quantiles are inexact");
    return found;
  }

  private static void look(
      List<Finding> found,
      Summary summary,
      String which,
      ToDoubleFunction<ElementSummary> measure,
      String consequence) {
    List<ElementSummary> bad =
        Worst.first(
            summary,
            element -> measure.applyAsDouble(element) < BOUND,
            Comparator.comparingDouble(measure));
    if (bad.isEmpty()) {
      return;
    }
    double factor = Math.ceil(BOUND / measure.applyAsDouble(bad.getFirst()));
    found.add(
        Finding.warning(
            "ess-" + which,
            "The "
                + which
                + " effective sample size is below 400 for "
                + Worst.share(bad, summary)
                + ": "
                + Worst.names(bad, measure, 0)
                + ". Their "
                + consequence
                + ", and R-hat is not to be relied on.",
            factor <= 20
                ? "Make about " + Rounding.fixed(factor, 0) + " times as many draws."
                : "More draws alone will hardly do: write the model in other coordinates."));
  }
}
