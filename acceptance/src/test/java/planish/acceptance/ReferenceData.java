package planish.acceptance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import planish.sampling.json.JsonArrays;
import planish.sampling.json.NamedArray;

/** One of posteriordb's data files: numbers and arrays, of which some may never be asked for. */
record ReferenceData(Map<String, NamedArray> arrays) {
  static ReferenceData read(Path folder, String name) {
    return new ReferenceData(JsonArrays.read(folder.resolve("data").resolve(name + ".json")));
  }

  double number(String key) {
    return column(key)[0];
  }

  /** {@return the numbers of a list; a matrix row by row} */
  double[] column(String key) {
    return arrays.get(key).values().clone();
  }

  double[] column(String key, DoubleUnaryOperator change) {
    return Arrays.stream(column(key)).map(change).toArray();
  }

  double[][] rows(String key) {
    int length = arrays.get(key).shape().length(1);
    double[] all = column(key);
    double[][] rows = new double[all.length / length][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(all, i * length, (i + 1) * length));
    return rows;
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
