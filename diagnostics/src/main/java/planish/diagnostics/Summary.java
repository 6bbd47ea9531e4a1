package planish.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * What the draws say of every element of every quantity: as values, as a table for people, as CSV
 * and as JSON. Immutable.
 *
 * <p>The log density {@code lp__} comes first where the draws have it: it tells much of a sampler.
 */
public final class Summary {
  /** How many rows of one quantity {@link #table()} shows. */
  public static final int ROWS = 10;

  /** The numbers below which threads would cost more than they save. */
  private static final long WORTH_THREADS = 400_000;

  private static final String LOG_DENSITY = "lp__";

  private final int chains;
  private final int draws;
  private final List<Group> groups;

  /**
   * A quantity with its elements.
   *
   * @param name the quantity's name
   * @param elements its elements' summaries, in row-major order
   */
  public record Group(String name, List<ElementSummary> elements) {
    /** Copies the list. */
    public Group {
      elements = List.copyOf(elements);
    }
  }

  private Summary(int chains, int draws, List<Group> groups) {
    this.chains = chains;
    this.draws = draws;
    this.groups = List.copyOf(groups);
  }

  /** {@return the summary of all quantities} */
  public static Summary of(Draws draws) {
    List<Group> groups = new ArrayList<>();
    if (draws.hasStatistic(LOG_DENSITY)) {
      double[][] density = draws.statistic(LOG_DENSITY);
      groups.add(new Group(LOG_DENSITY, List.of(ElementSummary.of(LOG_DENSITY, density))));
    }
    List<ElementSummary> elements = elements(draws);
    int next = 0;
    for (Quantity quantity : draws.quantities()) {
      int end = next + quantity.elements().size();
      groups.add(new Group(quantity.name(), elements.subList(next, end)));
      next = end;
    }
    return new Summary(draws.chains(), draws.draws(), groups);
  }

  private static List<ElementSummary> elements(Draws draws) {
    List<String> names = draws.columnNames();
    IntStream columns = IntStream.range(0, names.size());
    long numbers = (long) names.size() * draws.chains() * draws.draws();
    return (numbers < WORTH_THREADS ? columns : columns.parallel())
        .mapToObj(k -> ElementSummary.of(names.get(k), draws.column(k)))
        .toList();
  }

  /** {@return the number of chains} */
  public int chains() {
    return chains;
  }

  /** {@return the number of draws of each chain} */
  public int draws() {
    return draws;
  }

  /** {@return the quantities with their elements, in order} */
  public List<Group> groups() {
    return groups;
  }

  /** {@return all elements, in order} */
  public List<ElementSummary> elements() {
    return groups.stream().flatMap(group -> group.elements().stream()).toList();
  }

  /**
   * {@return the summary of one element}
   *
   * @throws NoSuchElementException if there is none of that name; the message lists the quantities
   */
  public ElementSummary element(String variable) {
    return elements().stream()
        .filter(element -> element.variable().equals(variable))
        .findFirst()
        .orElseThrow(() ->
            new NoSuchElementException(
                "no element '"
                    + variable
                    + "'; the quantities are "
                    + groups.stream().map(Group::name).toList()));
  }

  /** {@return a table with at most {@link #ROWS} rows of each quantity} */
  public String table() {
    return table(ROWS);
  }

  /**
   * {@return a table of aligned columns, one row an element} Numbers have as many digits as the
   * Monte Carlo error leaves them; {@code -} stands for what cannot be said.
   *
   * @param rows at most so many rows of each quantity, at least 1; a line says how many are left
   *     out, and the worst of them
   */
  public String table(int rows) {
    return SummaryTable.text(this, rows);
  }

  /** {@return comma-separated values with a line of names; what is not finite as NaN, Inf, -Inf} */
  public String csv() {
    return SummaryFormats.csv(this);
  }

  /**
   * {@return a JSON object with chains, draws and a list of elements; what is not finite as null}
   */
  public String json() {
    return SummaryFormats.json(this);
  }
}
