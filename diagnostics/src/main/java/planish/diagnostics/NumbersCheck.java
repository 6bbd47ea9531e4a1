package planish.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Numbers that are not finite, and numbers that never change. */
final class NumbersCheck implements Check {
  private static final Comparator<ElementSummary> IN_ORDER = (a, b) -> 0;

  @Override
  public List<Finding> examine(Evidence evidence) {
    List<Finding> found = new ArrayList<>();
    Summary summary = evidence.summary();
    List<ElementSummary> wild =
        Worst.first(summary, element -> !Double.isFinite(element.mean()), IN_ORDER);
    if (!wild.isEmpty()) {
      found.add(
          Finding.warning(
              "finite",
              "Some draws of "
                  + Worst.names(wild)
                  + (wild.size() == 1 ? " are not finite: it is" : " are not finite: they are")
                  + " not judged.",
              "Look for a logarithm of zero, a division by zero or an overflow where the model"
                  + " computes them."));
    }
    if (summary.draws() > 1) {
      constant(found, summary);
    }
    return found;
  }

  private static void constant(List<Finding> found, Summary summary) {
    List<ElementSummary> still = Worst.first(summary, element -> element.sd() == 0, IN_ORDER);
    if (still.isEmpty()) {
      return;
    }
    if (still.size() == summary.elements().size()) {
      found.add(
          Finding.warning(
              "constant",
              "No number changes from draw to draw: the sampler does not move.",
              "Start elsewhere, and look at the step size and at the model's density."));
      return;
    }
    found.add(
        Finding.note(
            "constant",
            Worst.names(still)
                + (still.size() == 1 ? " is" : " are")
                + " the same in every draw and not judged.",
            ""));
  }
}
