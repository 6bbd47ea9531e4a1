package planish.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Too few effective draws in all chains together: fewer than their bound, see {@link Bounds}. */
final class SampleSizeCheck implements Check {
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
    Bounds bounds = Bounds.of(summary.chains());
    List<ElementSummary> bad =
        Worst.first(
            summary,
            element -> bounds.rejectsEss(measure.applyAsDouble(element)),
            Comparator.comparingDouble(measure));
    if (bad.isEmpty()) {
      return;
    }
    double factor = Math.ceil(bounds.ess() / measure.applyAsDouble(bad.getFirst()));
    found.add(
        Finding.warning(
            "ess-" + which,
            "The "
                + which
                + " effective sample size is below "
                + bounds.essText()
                + " for "
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
