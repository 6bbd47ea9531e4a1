package planish.sampling.csv;

import java.util.ArrayList;
import java.util.List;
import planish.diagnostics.Quantity;
import planish.spi.UserException;

/**
 * What the columns of a Stan CSV are: statistics of the sampler, then the elements of all
 * quantities, those of one quantity in column-major order.
 *
 * @param statistics names of the sampler's columns, a plugin's own among them
 * @param quantities what a draw consists of; the elements of each stand in a draw from its offset
 *     on, in row-major order
 */
public record StanCsvLayout(List<String> statistics, List<Quantity> quantities) {
  /**
   * Copies the lists.
   *
   * @throws UserException if a name cannot stand in a column line
   */
  public StanCsvLayout {
    statistics = List.copyOf(statistics);
    quantities = List.copyOf(quantities);
    statistics.forEach(StanCsvLayout::check);
    quantities.forEach(quantity -> check(quantity.name()));
    quantities.forEach(quantity -> checkUnambiguous(quantity.name()));
  }

  private static void check(String name) {
    if (name.isBlank() || name.startsWith("#") || name.chars().anyMatch(StanCsvLayout::separates)) {
      throw new UserException(
          "the name '"
              + name
              + "' cannot be a column of a Stan CSV file: names have no comma, quote, line break or"
              + " leading '#', and are not blank; rename it in the model");
    }
  }

  private static void checkUnambiguous(String name) {
    if (QuantityColumns.isElement(name)) {
      throw new UserException(
          "the name '"
              + name
              + "' reads as the element of an array in a Stan CSV file, as it ends with a dot and a"
              + " number; rename it in the model");
    }
  }

  private static boolean separates(int character) {
    return character == ',' || character == '"' || Character.isISOControl(character);
  }

  /** {@return the names of all columns as they stand in the file: {@code L.2.1}} */
  public List<String> columns() {
    List<String> names = new ArrayList<>(statistics);
    quantities.forEach(quantity -> names.addAll(ColumnMajor.names(quantity)));
    return names;
  }

  /** {@return for each column after the statistics, its index in a draw} */
  int[] order() {
    return quantities.stream().flatMapToInt(ColumnMajor::indices).toArray();
  }
}
