package planish.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as NumPyro's {@code print_summary} prints it: all numbers with two decimals, and the
 * number of divergences below. Elements count from 1, as everywhere in Planish.
 */
public final class NumpyroTable {
  private static final List<String> HEAD =
      List.of("", "mean", "std", "median", "5.0%", "95.0%", "n_eff", "r_hat");

  private NumpyroTable() {}

  /**
   * {@return the table of all quantities}
   *
   * @param draws the draws
   * @param rows at most so many rows of each quantity, at least 1; a line says how many are left
   *     out
   */
  public static String of(Draws draws, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a table shows at least 1 row, not " + rows);
    }
    AlignedLines lines = new AlignedLines(HEAD);
    for (Quantity quantity : draws.quantities()) {
      add(lines, draws, quantity, rows);
    }
    return lines.text()
        + "\nNumber of divergences: "
        + SamplerDiagnostics.divergences(draws)
        + "\n";
  }

  private static void add(AlignedLines lines, Draws draws, Quantity quantity, int rows) {
    int size = quantity.elements().size();
    int shown = size <= rows + 1 ? size : rows;
    summaries(draws, quantity, shown).forEach(row -> lines.add(cells(row)));
    if (shown < size) {
      lines.remark(
          quantity.name() + ": " + (size - shown) + " of " + size + " elements are left out");
    }
  }

  private static List<NumpyroSummary> summaries(Draws draws, Quantity quantity, int shown) {
    return IntStream.range(0, shown)
        .mapToObj(
            k -> NumpyroSummary.of(quantity.elements().get(k), draws.column(quantity.offset() + k)))
        .toList();
  }

  private static List<String> cells(NumpyroSummary row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.variable());
    for (double number :
        new double[] {
          row.mean(), row.std(), row.median(), row.low(), row.high(), row.nEff(), row.rHat()
        }) {
      cells.add(Rounding.fixed(number, 2));
    }
    return cells;
  }
}
