package planish.examples.geometry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The data of the horseshoe regression: 100 × 500 standard normal numbers, those of {@code
 * numpy.random.RandomState(0).randn(100, 500)}, of which the first column is the outcome too.
 *
 * @param x {@code [observation][predictor]}
 * @param y the outcomes
 */
record HorseshoeData(double[][] x, double[] y) {
  static final int OBSERVATIONS = 100;
  static final int PREDICTORS = 500;
  private static final String FILE = "horseshoe_X.csv.gz";

  static HorseshoeData read() {
    double[][] x = new double[OBSERVATIONS][];
    double[] y = new double[OBSERVATIONS];
    try (InputStream file = open();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
      for (int i = 0; i < OBSERVATIONS; i++) {
        x[i] = row(lines.readLine());
        y[i] = x[i][0];
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new HorseshoeData(x, y);
  }

  static InputStream open() {
    return HorseshoeData.class.getResourceAsStream(FILE);
  }

  private static double[] row(String line) {
    String[] numbers = line.split(",");
    double[] row = new double[PREDICTORS];
    for (int j = 0; j < PREDICTORS; j++) {
      row[j] = Double.parseDouble(numbers[j]);
    }
    return row;
  }
}
