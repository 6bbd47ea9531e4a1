package planish.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Chains × draws × named quantities, with each draw's sampler statistics. Chains may differ in
 * length (a stopped run); {@link #draws()} is the least length, and what is longer is not looked at
 * by diagnostics.
 *
 * <p>Columns are stored one array each. Immutable by convention: the arrays are not copied.
 */
public final class Draws {
  private final List<Quantity> quantities;
  private final List<String> statisticNames;
  private final double[][][] values;
  private final double[][][] statistics;
  private final int draws;
  private final List<String> columnNames;
  private final UnconstrainedDraws unconstrained;

  /**
   * Draws of several chains.
   *
   * @param quantities what the columns of values are, in order of their offsets
   * @param statisticNames what the columns of statistics are: {@code lp__}, {@code accept_stat__},
   *     …
   * @param values {@code [chain][column][draw]}
   * @param statistics {@code [chain][column][draw]}
   */
  public Draws(
      List<Quantity> quantities,
      List<String> statisticNames,
      double[][][] values,
      double[][][] statistics) {
    this(quantities, statisticNames, values, statistics, UnconstrainedDraws.none());
  }

  private Draws(
      List<Quantity> quantities,
      List<String> statisticNames,
      double[][][] values,
      double[][][] statistics,
      UnconstrainedDraws unconstrained) {
    this.quantities = List.copyOf(quantities);
    this.statisticNames = List.copyOf(statisticNames);
    this.values = values;
    this.statistics = statistics;
    this.draws = leastLength(values, statistics);
    this.columnNames = this.quantities.stream().flatMap(q -> q.elements().stream()).toList();
    this.unconstrained = unconstrained;
  }

  /** {@return these draws, with where the chains stood on the unconstrained scale} */
  public Draws with(UnconstrainedDraws positions) {
    return new Draws(quantities, statisticNames, values, statistics, positions);
  }

  /**
   * {@return where the chains stood on the unconstrained scale; of no chains where that is not
   * known, as for draws read from files}
   */
  public UnconstrainedDraws unconstrained() {
    return unconstrained;
  }

  private static int leastLength(double[][][] values, double[][][] statistics) {
    int least = Integer.MAX_VALUE;
    for (double[][][] part : List.of(values, statistics)) {
      for (double[][] chain : part) {
        for (double[] column : chain) {
          least = Math.min(least, column.length);
        }
      }
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  /** {@return the number of chains} */
  public int chains() {
    return values.length;
  }

  /** {@return the number of draws that every chain has} */
  public int draws() {
    return draws;
  }

  /** {@return the quantities, in order} */
  public List<Quantity> quantities() {
    return quantities;
  }

  /** {@return the names of the sampler statistics, in order} */
  public List<String> statisticNames() {
    return statisticNames;
  }

  /** {@return the names of all elements of all quantities, in the order of the columns} */
  public List<String> columnNames() {
    return columnNames;
  }

  /**
   * {@return one column: {@code [chain][draw]}, each of {@link #draws()} numbers}
   *
   * @param column from 0
   */
  public double[][] column(int column) {
    return cut(values, column);
  }

  /**
   * {@return one column by an element's name}
   *
   * @throws NoSuchElementException if there is none; the message lists the names
   */
  public double[][] column(String element) {
    int column = columnNames.indexOf(element);
    if (column < 0) {
      throw new NoSuchElementException("no column '" + element + "' among " + columnNames);
    }
    return column(column);
  }

  /** {@return whether there is a sampler statistic of that name} */
  public boolean hasStatistic(String name) {
    return statisticNames.contains(name);
  }

  /**
   * {@return one sampler statistic: {@code [chain][draw]}}
   *
   * @throws NoSuchElementException if there is none; the message lists the names
   */
  public double[][] statistic(String name) {
    int column = statisticNames.indexOf(name);
    if (column < 0) {
      throw new NoSuchElementException("no statistic '" + name + "' among " + statisticNames);
    }
    return cut(statistics, column);
  }

  private double[][] cut(double[][][] part, int column) {
    double[][] chains = new double[part.length][];
    for (int c = 0; c < chains.length; c++) {
      double[] whole = part[c][column];
      chains[c] = whole.length == draws ? whole : Arrays.copyOf(whole, draws);
    }
    return chains;
  }
}
