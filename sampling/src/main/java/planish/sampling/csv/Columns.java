package planish.sampling.csv;

import java.nio.file.Path;
import java.util.List;
import planish.spi.UserException;

/** A column line's names. */
final class Columns {
  private Columns() {}

  static List<String> split(String line) {
    return List.of(line.strip().split("\\s*,\\s*", -1));
  }

  /**
   * Compares a file's columns with those of another.
   *
   * @throws UserException if they differ; it names the first difference
   */
  static void compare(Path path, List<String> expected, List<String> found, String whose) {
    for (int k = 0; k < Math.max(expected.size(), found.size()); k++) {
      String here = k < found.size() ? "'" + found.get(k) + "'" : "nothing";
      String there = k < expected.size() ? "'" + expected.get(k) + "'" : "nothing";
      if (!here.equals(there)) {
        throw new UserException(
            path
                + " does not have "
                + whose
                + ": column "
                + (k + 1)
                + " is "
                + here
                + " where "
                + there
                + " is expected ("
                + found.size()
                + " and "
                + expected.size()
                + " columns); chains of one run have the same columns");
      }
    }
  }
}
