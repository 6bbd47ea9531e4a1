package planish.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The elements that are worst by a measure, told by name. */
final class Worst {
  private static final int NAMED = 3;

  private Worst() {}

  /** Elements that meet a condition, the worst first. */
  static List<ElementSummary> first(
      Summary summary, Predicate<ElementSummary> condition, Comparator<ElementSummary> order) {
    return summary.elements().stream().filter(condition).sorted(order).toList();
  }

  /** As in {@code tau (1.08), mu (1.03) and 5 more}. */
  static String names(
      List<ElementSummary> elements, ToDoubleFunction<ElementSummary> measure, int decimals) {
    String named =
        elements.stream()
            .limit(NAMED)
            .map(
                e -> e.variable() + " (" + Rounding.fixed(measure.applyAsDouble(e), decimals) + ")")
            .collect(Collectors.joining(", "));
    return named + more(elements);
  }

  /** As in {@code tau, mu and 5 more}. */
  static String names(List<ElementSummary> elements) {
    return elements.stream()
            .limit(NAMED)
            .map(ElementSummary::variable)
            .collect(Collectors.joining(", "))
        + more(elements);
  }

  private static String more(List<ElementSummary> elements) {
    return elements.size() > NAMED ? " and " + (elements.size() - NAMED) + " more" : "";
  }

  /** As in {@code 3 of 12 numbers}. */
  static String share(List<ElementSummary> elements, Summary summary) {
    int all = summary.elements().size();
    return elements.size() + " of " + all + (all == 1 ? " number" : " numbers");
  }
}
