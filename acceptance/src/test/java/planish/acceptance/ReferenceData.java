package planish.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of posteriordb's data files: lists of numbers, of which names that nobody asks for may be.
 */
record ReferenceData(String json) {
  static ReferenceData read(Path folder, String name) throws IOException {
    return new ReferenceData(Files.readString(folder.resolve("data").resolve(name + ".json")));
  }

  /** {@return the numbers of a list, or the only one} */
  double[] column(String key) {
    Matcher found = Pattern.compile("\"" + key + "\"\\s*:\\s*\\[?([-0-9.eE+,\\s]+)").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no numbers named " + key);
    }
    String[] numbers = found.group(1).strip().replaceAll(",$", "").split(",");
    return Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
  }

  double[] column(String key, DoubleUnaryOperator change) {
    return Arrays.stream(column(key)).map(change).toArray();
  }

  /** {@return rows of which the first entry is 1 and the others are the columns'} */
  static double[][] design(double[]... columns) {
    double[][] rows = new double[columns[0].length][columns.length + 1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 1;
      for (int j = 0; j < columns.length; j++) {
        rows[i][j + 1] = columns[j][i];
      }
    }
    return rows;
  }

  static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    Arrays.setAll(product, i -> a[i] * b[i]);
    return product;
  }
}
